//! Maps an address to its page and back: reads the fragment, redirects when that page may not be shown now, and resets the
//! state that belongs to one page.

use super::actions::send;
use super::context::{Arrived, Context, SafetyCardState, State};
use super::output::Output;
use crate::browser::{address, speech};
use crate::model::catalogue::ScreenRef;
use crate::model::content::{PageKind, Sheet};
use crate::model::facts::Facts;
use crate::model::journey;
use crate::model::paper::plan_voice::PlanVoice;
use crate::model::paper::{self, Offered};
use crate::model::plan_rules::pages;
use crate::model::privacy::audience::Medium;
use crate::model::route::{PlanPage, Route};
use crate::model::update::{Event, PaperEvent};

/// Navigates to a page.
pub fn go(context: Context, route: Route) {
    // If the browser refuses to change the address, the current page stays; nothing is lost.
    let _ = address::go(&route.fragment());
    // Called here and not on the `hashchange` event, so that the next page is rendered in the next frame.
    follow_address(context);
}

/// Handles `hashchange`; after our own navigation the page is already shown.
pub fn address_changed(context: Context) {
    let fragment = address::fragment().unwrap_or_default();
    if context.look(|state| state.followed != fragment) {
        follow_address(context);
    }
}

/// Reads the address and shows its page, or the page it redirects to.
pub fn follow_address(context: Context) {
    let fragment = address::fragment().unwrap_or_default();
    let wanted = Route::parse(&fragment);
    if wanted == Route::Start && !matches!(fragment.as_str(), "" | "#" | "#/") {
        // Removes an unknown fragment, so that a link cannot leave words in the resident's history.
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
        // A safety card that is open on one page is closed on the next.
        state.card = SafetyCardState::Away;
        state.route = leads_to;
        state.followed = fragment;
    });
}

/// Returns the items that stay fixed while this page is shown.
fn arrived(state: &State, route: Route) -> Arrived {
    let place = number_of(&state.facts, route).and_then(|number| state.facts.catalogue.place(number));
    let first = place.and_then(|place| journey::items(&state.facts, &state.dossier, place).into_iter().next());
    let flags = state.facts.flags().iter().filter(|flag| flag.has_own_screen());
    Arrived { first, flags: flags.collect() }
}

/// Returns the page that an address leads to now.
fn destination(state: &State, wanted: Route) -> Route {
    let facts = &state.facts;
    if let Some(number) = number_of(facts, wanted) {
        return route_to(facts, journey::resolve(facts, &state.dossier, number));
    }
    match wanted {
        // The part of the plan that this page shows was removed.
        Route::Plan(page, part) if !is_there(state, page, part) => pages::list_of(page).route(0),
        // A sheet that is not offered leads to the main sheet page, which says why.
        _ if sheet_of(wanted).is_some_and(|sheet| paper::offered(facts, sheet) != Offered::Yes) => Route::Sheet,
        _ => wanted,
    }
}

/// Whether a page of the plan exists. While the gate is closed every page does, to say that it is closed.
fn is_there(state: &State, page: PlanPage, part: u32) -> bool {
    let voice = PlanVoice::new(&state.facts, &state.dossier, Medium::OwnScreen);
    voice.is_none_or(|voice| pages::is_there(page, part, voice.plan, &voice.people, &voice.reviews()))
}

/// Returns the extra sheet that a page shows.
fn sheet_of(route: Route) -> Option<Sheet> {
    match route {
        Route::SheetTailored => Some(Sheet::TailoredRequest),
        Route::SheetTogether => Some(Sheet::MeetingRequest),
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

/// Returns the number of the screen behind a page, if the page is a screen of the journey.
fn number_of(facts: &Facts, route: Route) -> Option<usize> {
    let page = match route {
        Route::Start => return Some(1),
        Route::Step(number) => return Some(number),
        Route::Check => PageKind::Check,
        Route::Sheet => PageKind::Paper,
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

/// Returns the address of a screen.
pub fn route_to(facts: &Facts, place: ScreenRef) -> Route {
    match facts.catalogue.screen(place).page {
        PageKind::Check => Route::Check,
        PageKind::Paper => Route::Sheet,
        _ => Route::Step(facts.catalogue.number(place)),
    }
}
