CREATE TABLE templates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
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
