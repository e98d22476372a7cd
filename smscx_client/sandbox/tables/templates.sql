CREATE TABLE templates (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    channel TEXT NOT NULL,
    type TEXT,                             -- transactional or promotional
    text TEXT NOT NULL,
    image_url TEXT,
    button_caption TEXT,
    target_url TEXT,
    created_at TEXT NOT NULL,
    approved INTEGER NOT NULL,
    locked INTEGER NOT NULL
);
