"""The counter's own encrypted SQLite database: tables, journal, state, search, migrations, backup."""
