//! “Wat heb je nodig?”: a resident says what they need and leaves with one A4 for the desk.
