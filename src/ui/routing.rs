//! From an address to its page and back: what the browser says, where that leads now, and what holds as a page comes on.

use super::actions::send;
use super::context::{Arrived, Card, Context, State};
use super::output::Output;
use crate::browser::{address, speech};
use crate::model::catalogue::Place;
use crate::model::content::{Page, Sheet};
use crate::model::facts::Facts;
use crate::model::journey;
use crate::model::paper::audience::Medium;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::paper::{self, Offered};
use crate::model::plan::pages;
use crate::model::route::{PlanPage, Route};
use crate::model::update::{Event, PaperEvent};

/// To a page, by its address.
pub fn go(context: Context, route: Route) {
    // A browser that refuses to set its own address leaves the page as it is; there is nothing to lose.
    let _ = address::go(&route.fragment());
    // Now, not when the browser gets round to telling: the next page is in the next frame.
    follow_address(context);
}

/// The browser says that the address changed; where we went ourselves the page is there already.
pub fn address_changed(context: Context) {
    let fragment = address::fragment().unwrap_or_default();
    if context.look(|state| state.followed != fragment) {
        follow_address(context);
    }
}

/// Reads the address and shows its page, or the page it leads to.
pub fn follow_address(context: Context) {
    let fragment = address::fragment().unwrap_or_default();
    let wanted = Route::parse(&fragment);
    if wanted == Route::Start && !matches!(fragment.as_str(), "" | "#" | "#/") {
        // Nobody plants words in the history of the resident.
        let _ = address::replace(&Route::Start.fragment());
        return;
    }
    let leads_to = context.look(|state| destination(state, wanted));
    if leads_to != wanted && !(wanted == Route::Start && leads_to == Route::Step(1)) {
        let _ = address::replace(&leads_to.fragment());
        return;
    }
    let _ = speech::be_quiet();
    if let Some(number) = context.look(|state| number_of(&state.facts, leads_to)) {
        send(context, Event::Arrived { number });
    } else {
        context.change_unseen(|state| state.dossier.turn_to(leads_to));
    }
    if leads_to == Route::SheetLarge {
        send(context, Event::Paper(PaperEvent::Made));
    }
    context.change(|state| {
        state.errors.clear();
        state.asked.clear();
        state.typed.clear();
        state.output = Output::default();
        state.unfinished = None;
        state.arrived = arrived(state, leads_to);
        // A card that was open on one page is put away on the next.
        state.card = Card::Away;
        state.route = leads_to;
        state.followed = fragment;
    });
}

/// What holds as the page comes on.
fn arrived(state: &State, route: Route) -> Arrived {
    let place = number_of(&state.facts, route).and_then(|number| state.facts.catalogue.place(number));
    let first = place.and_then(|place| journey::items(&state.facts, &state.dossier, place).into_iter().next());
    let flags = state.facts.flags().iter().filter(|flag| flag.has_own_screen());
    Arrived { first, flags: flags.collect() }
}

/// The page an address leads to.
fn destination(state: &State, wanted: Route) -> Route {
    let facts = &state.facts;
    if let Some(number) = number_of(facts, wanted) {
        return route_to(facts, journey::resolve(facts, &state.dossier, number));
    }
    match wanted {
        // The piece of the plan that the page is about was taken away.
        Route::Plan(page, part) if !is_there(state, page, part) => pages::list_of(page).route(0),
        // A sheet that is not there now leads to the one that says why.
        _ if sheet_of(wanted).is_some_and(|sheet| paper::offered(facts, sheet) != Offered::Yes) => Route::Sheet,
        _ => wanted,
    }
}

/// Whether a page of the plan is there; while there may be no plan, each of them is, to say so.
fn is_there(state: &State, page: PlanPage, part: u32) -> bool {
    let voice = PlanVoice::new(&state.facts, &state.dossier, Medium::OwnScreen);
    voice.is_none_or(|voice| pages::is_there(page, part, voice.plan, &voice.people, &voice.reviews()))
}

/// The further sheet a page shows.
fn sheet_of(route: Route) -> Option<Sheet> {
    match route {
        Route::SheetTailored => Some(Sheet::V3),
        Route::SheetTogether => Some(Sheet::V4),
        Route::Start
        | Route::Step(_)
        | Route::Check
        | Route::Sheet
        | Route::SheetLarge
        | Route::TakeAlong
        | Route::Traces
        | Route::Plan(..) => None,
    }
}

/// The number of the screen behind a page, for pages that are a screen of the journey.
fn number_of(facts: &Facts, route: Route) -> Option<usize> {
    let page = match route {
        Route::Start => return Some(1),
        Route::Step(number) => return Some(number),
        Route::Check => Page::Check,
        Route::Sheet => Page::Paper,
        Route::SheetTailored
        | Route::SheetTogether
        | Route::SheetLarge
        | Route::TakeAlong
        | Route::Traces
        | Route::Plan(..) => return None,
    };
    let places = facts.catalogue.places().iter();
    places.copied().find(|place| facts.catalogue.screen(*place).page == page).map(|place| facts.catalogue.number(place))
}

/// The address of a screen.
pub fn route_to(facts: &Facts, place: Place) -> Route {
    match facts.catalogue.screen(place).page {
        Page::Check => Route::Check,
        Page::Paper => Route::Sheet,
        _ => Route::Step(facts.catalogue.number(place)),
    }
}
