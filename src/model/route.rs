//! The address after `#`: neutral Dutch words and the number of a screen, never an answer. Anything else is ignored.

/// A page of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// `#/`
    Start,
    /// `#/stap/37`: the screen with this number in the content.
    Step(usize),
    /// `#/overzicht`: all answers.
    Check,
    /// `#/vel`: the sheet.
    Sheet,
    /// `#/vel/3`: tailored work, on a sheet of its own.
    SheetTailored,
    /// `#/vel/4`: the request to sit together.
    SheetTogether,
    /// `#/vel/groot`: the sheet large on the screen.
    SheetLarge,
    /// `#/meenemen`: the text so far.
    TakeAlong,
    /// `#/uitleg`: about traces on a device.
    Traces,
}

impl Route {
    /// Every route without a number; with the numbers of the screens these are all pages there are.
    pub const FIXED: [Route; 8] = [
        Route::Start,
        Route::Check,
        Route::Sheet,
        Route::SheetTailored,
        Route::SheetTogether,
        Route::SheetLarge,
        Route::TakeAlong,
        Route::Traces,
    ];

    /// Reads what stands after `#` (with or without it); a strange address is the start.
    pub fn parse(fragment: &str) -> Route {
        let path = fragment.strip_prefix('#').unwrap_or(fragment);
        match path {
            "/overzicht" => Route::Check,
            "/vel" => Route::Sheet,
            "/vel/3" => Route::SheetTailored,
            "/vel/4" => Route::SheetTogether,
            "/vel/groot" => Route::SheetLarge,
            "/meenemen" => Route::TakeAlong,
            "/uitleg" => Route::Traces,
            _ => step(path).map_or(Route::Start, Route::Step),
        }
    }

    /// As it stands in the address, with `#`.
    pub fn fragment(self) -> String {
        match self {
            Route::Start => "#/".to_owned(),
            Route::Step(number) => format!("#/stap/{number}"),
            Route::Check => "#/overzicht".to_owned(),
            Route::Sheet => "#/vel".to_owned(),
            Route::SheetTailored => "#/vel/3".to_owned(),
            Route::SheetTogether => "#/vel/4".to_owned(),
            Route::SheetLarge => "#/vel/groot".to_owned(),
            Route::TakeAlong => "#/meenemen".to_owned(),
            Route::Traces => "#/uitleg".to_owned(),
        }
    }
}

/// A number of at most four digits, without a sign or a leading zero.
fn step(path: &str) -> Option<usize> {
    let digits = path.strip_prefix("/stap/")?;
    let plain =
        (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    if plain { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_back() {
        let numbers = (1..300).map(Route::Step);
        for route in Route::FIXED.into_iter().chain(numbers) {
            assert_eq!(Route::parse(&route.fragment()), route);
        }
    }

    #[test]
    fn strange_addresses_lead_to_the_start() {
        for address in [
            "",
            "#",
            "#/stap/",
            "#/stap/0",
            "#/stap/007",
            "#/stap/-1",
            "#/stap/99999",
            "#//evil",
            "#javascript:alert(1)",
            "#/stap/3?q=a",
        ] {
            assert_eq!(Route::parse(address), Route::Start, "{address}");
        }
    }
}
