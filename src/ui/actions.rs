//! What the app does in the browser: change the dossier, go somewhere, store, wipe. The only callers of `browser`.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::context::{Act, Arrived, AskedFor, Context, Greeting, State, Tick};
use super::{keeping, tabs, typing};
use crate::browser::{Refused, address, clock, crash, page, share, speech};
use crate::model::answers::Answer;
use crate::model::catalogue::Place;
use crate::model::circle::Person;
use crate::model::content::{Kind, Page};
use crate::model::date::Date;
use crate::model::dossier::{Event, PaperEvent};
use crate::model::facts::Facts;
use crate::model::hours::Now;
use crate::model::journey;
use crate::model::route::Route;
use crate::model::saved;

pub use typing::typed;

/// Today on the clock of the device; a clock outside the calendar shows its first day.
pub fn today() -> Date {
    let (year, month, day) = clock::today();
    Date::new(year, month, day).unwrap_or(Date::EARLIEST)
}

/// Today, and the minutes since midnight.
pub fn now() -> Now {
    Now { today: today(), minutes: clock::minutes() }
}

/// Whether a field holds something that is no value of its kind, such as half a date.
pub fn is_half_filled(field: &str) -> bool {
    page::is_half_filled(field).unwrap_or(false)
}

/// Changes the dossier and hands everything to `boot.js`; the screen follows.
///
/// The copy for a restart is handed over before anything is drawn: drawing is what may panic.
pub fn send(context: Context, event: Event) {
    context.change(|state| tell(state, event));
}

fn tell(state: &mut State, event: Event) {
    state.facts = state.dossier.apply(event, state.facts.catalogue, today());
    crash::keep(&saved::kept_in_memory(&state.dossier));
}

/// Answers a question; `None` empties it.
pub fn answer(context: Context, question: &str, answer: Option<Answer>) {
    send(context, Event::Answered { question: question.to_owned(), answer });
}

fn go(context: Context, route: Route) {
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
    }
    if leads_to == Route::SheetLarge {
        send(context, Event::Paper(PaperEvent::Made));
    }
    context.change(|state| {
        state.errors.clear();
        state.asked.clear();
        state.typed.clear();
        state.copied = None;
        state.arrived = arrived(state, leads_to);
        state.route = leads_to;
        state.followed = fragment;
    });
}

/// What holds as the page comes on.
fn arrived(state: &State, route: Route) -> Arrived {
    let place = number_of(&state.facts, route).and_then(|number| state.facts.catalogue.place(number));
    let first = place.and_then(|place| journey::items(&state.facts, &state.dossier, place).into_iter().next());
    let flags = state.facts.flags().iter().copied().filter(|flag| flag.has_own_screen());
    Arrived { first, flags: flags.collect() }
}

/// The page an address leads to.
fn destination(state: &State, wanted: Route) -> Route {
    let facts = &state.facts;
    match number_of(facts, wanted) {
        Some(number) => route_to(facts, journey::resolve(facts, &state.dossier, number)),
        None => wanted,
    }
}

/// The number of the screen behind a page, for pages that are a screen of the journey.
fn number_of(facts: &Facts, route: Route) -> Option<usize> {
    let page = match route {
        Route::Start => return Some(1),
        Route::Step(number) => return Some(number),
        Route::Check => Page::Check,
        Route::Sheet => Page::Paper,
        Route::SheetLarge | Route::TakeAlong | Route::Traces => return None,
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

/// After a change of page: a neutral title, the top of the page, and focus on the heading.
pub fn settle_page(title: &str, move_focus: bool) {
    let _ = page::set_title(title);
    let _ = page::close_menu();
    if move_focus {
        let _ = page::scroll_to_top();
        // In the next frame: which of the two is drawn first, this or the page, is not for us to know.
        request_animation_frame(|| page::focus("main h1").unwrap_or_default());
    }
}

/// Carries out what a tap asks for.
pub fn carry_out(context: Context, act: Act) {
    match act {
        Act::Send(event) => send(context, event),
        Act::Go(route) => go(context, route),
        Act::Open(place) => open(context, place),
        Act::Change(question) => change(context, &question),
        Act::GoOn(place) => go_on(context, place),
        Act::AddPerson { question } => {
            typing::change_people(context, &question, |people| people.push(Person::default()));
        }
        Act::RemovePerson { question, person } => {
            typing::change_people(context, &question, |people| people.retain(|other| other.id != person));
            focus(format!("{question}-add"));
        }
        Act::Keep(findings) => {
            for finding in findings {
                send(context, Event::Paper(PaperEvent::Kept { finding, kept: true }));
            }
        }
        Act::Cleaned(question) => context.change(|state| state.cleaned.retain(|other| *other != question)),
        Act::CloseGreeting => keeping::set_greeting(context, Greeting::Nothing),
        Act::Anew => crash::anew("").unwrap_or_default(),
        Act::Reload => drop(page::reload()),
        Act::Uncover => context.change(|state| state.cover = None),
        Act::TakeTime => context.change(|state| (state.cover, state.unhurried) = (None, true)),
        Act::EmptySheet => ask_for(context, AskedFor::EmptySheet),
        Act::Focus(id) => focus(id),
        Act::Back => drop(address::back()),
        Act::OpenDialog(id) => drop(page::open_dialog(id)),
        Act::CloseDialog(id) => drop(page::close_dialog(id)),
        Act::BeQuiet => drop(speech::be_quiet()),
        Act::Speak => {
            if speak(context).is_err() {
                ask_for(context, AskedFor::Voice);
            }
        }
        Act::Print => {
            send(context, Event::Paper(PaperEvent::Made));
            let _ = page::print();
        }
        Act::Copy(_) | Act::Wipe | Act::TakeUp | Act::TakeOver => spawn_local(take_time(context, act)),
    }
}

fn ask_for(context: Context, what: AskedFor) {
    context.change(|state| state.asked.push(what));
}

/// What has to be waited for.
async fn take_time(context: Context, act: Act) {
    match act {
        Act::Copy(text) => {
            send(context, Event::Paper(PaperEvent::Made));
            let copied = share::copy(&text).await.is_ok();
            context.change(|state| state.copied = Some(copied));
        }
        Act::Wipe => keeping::wipe(context).await,
        Act::TakeUp => keeping::take_up(context).await,
        Act::TakeOver => tabs::take_over(context).await,
        other => carry_out(context, other),
    }
}

/// What a tick decides.
pub fn ticked(context: Context, tick: &Tick, on: bool) {
    let mark = |item: &str| send(context, Event::Marked { item: item.to_owned(), on });
    match tick {
        Tick::Card { question, card } => pick(context, question, card.clone(), on),
        Tick::Mark(item) => mark(item),
        Tick::Unknown(question) => answer(context, question, on.then_some(Answer::Unknown)),
        Tick::Withheld(question) => answer(context, question, on.then_some(Answer::Withheld)),
        Tick::Block(block) => send(context, Event::Paper(PaperEvent::BlockShown { block: *block, shown: on })),
        Tick::CallNote => send(context, Event::Paper(PaperEvent::CallNote { along: on })),
        Tick::Name { question, person } => {
            typing::change_person(context, question, *person, |person| person.name_on_paper = on);
        }
        Tick::Steady { question, person } => typing::change_people(context, question, |people| {
            for other in people {
                other.steady = on && other.id == *person;
            }
        }),
    }
}

/// What a tap on a card answers.
fn pick(context: Context, question: &str, card: String, on: bool) {
    let Some(asked) = context.catalogue.question(question) else { return };
    let before = context.look(|state| state.facts.raw(question).cloned());
    let (mut picked, own) = match before {
        Some(Answer::Picks { picked, own }) => (picked, own),
        _ => (Vec::new(), String::new()),
    };
    match asked.question.kind {
        Kind::YesNo => {
            let yes = card == Answer::Yes.words()[0];
            return answer(context, question, Some(if yes { Answer::Yes } else { Answer::No }));
        }
        Kind::Number { .. } => return answer(context, question, card.parse().ok().map(Answer::Number)),
        Kind::Many => picked.retain(|other| *other != card),
        Kind::One | Kind::Date | Kind::Text | Kind::People(_) => picked.clear(),
    }
    if on {
        picked.push(card);
    }
    answer(context, question, Some(Answer::Picks { picked, own }));
}

/// After the next frame: what gets focus may only be drawn because of what asked for it.
fn focus(id: String) {
    request_animation_frame(move || page::focus_id(&id).unwrap_or_default());
}

fn open(context: Context, place: Place) {
    context.change_unseen(|state| tell(state, Event::Opened { screen: context.catalogue.screen(place).id.clone() }));
    go(context, context.look(|state| route_to(&state.facts, place)));
}

/// To the screen of a question; a screen of the longer road is opened for it.
fn change(context: Context, question: &str) {
    let place = context.look(|state| journey::place_of(&state.facts, &state.dossier, question));
    if let Some(place) = place {
        context.change(|state| state.returning = true);
        open(context, place);
    }
}

/// “Verder”: to what is due, else to the next screen, else back to the overview one came from.
fn go_on(context: Context, place: Place) {
    if context.look(|state| !state.errors.is_empty() && !state.has_asked(AskedFor::Errors)) {
        // Once: nothing on the road is an obligation, so a second tap goes on.
        ask_for(context, AskedFor::Errors);
        return focus("errors".to_owned());
    }
    // The page that comes on draws what follows from it.
    context.change_unseen(|state| tell(state, Event::Continued { number: context.catalogue.number(place) }));
    let (to_check, next) = context.look(|state| {
        let due = journey::due(&state.facts, &state.dossier);
        let next = journey::next(&state.facts, &state.dossier, place);
        (state.returning && due.is_none(), next.map(|next| route_to(&state.facts, next)))
    });
    if to_check {
        context.change_unseen(|state| state.returning = false);
        go(context, Route::Check);
    } else if let Some(next) = next {
        go(context, next);
    }
}

/// Reads what stands on the page, without what stands at the bottom of every page.
fn speak(context: Context) -> Result<(), Refused> {
    let text = page::text("main h1, main .question, main .sheet")?;
    speech::say(&text, &context.catalogue.content.language)
}
