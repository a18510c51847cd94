//! Today's date and the time of day, from the device's clock.

/// Returns today's year, month (1–12) and day (1–31).
pub fn today() -> (i32, u8, u8) {
    let now = js_sys::Date::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    (i32::try_from(now.get_full_year()).unwrap_or(0), small(now.get_month() + 1), small(now.get_date()))
}

/// Returns a random number other than 0. Good enough to tell two calendar files apart; no secret depends on it.
pub fn random() -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and the largest number")]
    let number = (js_sys::Math::random() * f64::from(u32::MAX - 1)) as u32;
    number + 1
}

/// Returns the minutes since midnight.
pub fn minutes() -> u16 {
    let now = js_sys::Date::new_0();
    u16::try_from(now.get_hours() * 60 + now.get_minutes()).unwrap_or(0)
}
