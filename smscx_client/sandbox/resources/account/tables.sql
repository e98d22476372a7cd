CREATE TABLE account (
    balance INTEGER NOT NULL,              -- millionths of the currency
    currency TEXT NOT NULL,
    billing TEXT NOT NULL,
    credit_line INTEGER NOT NULL
);
