//! Carries out what the resident does: changes the dossier, navigates, stores, wipes, prints, reads aloud.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::context::{Act, AskedFor, Context, SafetyCardState, StartNotice, State, Tick};
use super::routing::{go, route_to};
use super::{dates, output, persistence, tabs, typing};
use crate::browser::{Refused, address, clock, crash, page, speech};
use crate::model::catalogue::ScreenRef;
use crate::model::content::{QuestionKind, Step};
use crate::model::date::Date;
use crate::model::dossier::Dossier;
use crate::model::dossier::answers::Answer;
use crate::model::dossier::people::Person;
use crate::model::facts::Facts;
use crate::model::hours::Now;
use crate::model::journey::{self, Onward};
use crate::model::plan::{PersonId, PlanEvent, needs_of};
use crate::model::plan_rules::gate;
use crate::model::route::{PlanPage, Route};
use crate::model::saved;
use crate::model::update::{Event, PaperEvent};

pub use typing::typed;

/// Id of the dialog that asks whether to wipe everything.
pub const WIPE_DIALOG: &str = "wipe";

/// Longest time between two taps of one double or triple tap.
const TAP_AGAIN: Duration = Duration::from_millis(600);

/// A safety card closes after this long: enough time to read it, and no more.
const SHOWN_FOR: Duration = Duration::from_secs(30);

/// Returns today's date from the device's clock, or the first day of the calendar if the clock is outside it.
pub fn today() -> Date {
    let (year, month, day) = clock::today();
    Date::new(year, month, day).unwrap_or(Date::EARLIEST)
}

/// Returns today's date and the minutes since midnight.
pub fn now() -> Now {
    Now { today: today(), minutes: clock::minutes() }
}

/// Returns whether a field contains input that is not a valid value, such as half a date.
pub fn is_half_filled(field: &str) -> bool {
    page::is_half_filled(field).unwrap_or(false)
}

/// Applies an event to the dossier and hands all answers to `boot.js`. The screen is a reaction to the new state.
///
/// The copy for a restart is handed over before rendering, because rendering is the step that may panic.
pub fn send(context: Context, event: Event) {
    let undoable = |state: &State| state.dossier.undoable().map(str::to_owned);
    let before = context.look(undoable);
    context.change(|state| tell(state, event));
    let after = context.look(undoable);
    if after.is_some() && after != before {
        show_undo();
    }
}

/// Scrolls to the offer of undo: what was emptied may be at the edge of the screen, and the offer below that edge. Waits
/// for a finger that taps once more: nothing moves away under it.
fn show_undo() {
    set_timeout(|| page::bring_into_view(".undo").unwrap_or_default(), TAP_AGAIN);
}

fn tell(state: &mut State, event: Event) {
    state.facts = state.dossier.apply_after(&state.facts, event, today());
    state.changes += 1;
    crash::keep(&saved::kept_in_memory(&state.dossier));
}

/// Answers a question; `None` clears the answer.
pub fn answer(context: Context, question: &str, answer: Option<Answer>) {
    send(context, Event::Answered { question: question.to_owned(), answer });
}

/// After a change of page: sets a neutral title, scrolls to the top and focuses the heading.
pub fn settle_page(title: &str, move_focus: bool) {
    let _ = page::set_title(title);
    let _ = page::close_menu();
    if move_focus {
        settle_focus();
    }
}

/// Scrolls to the top and focuses the heading.
fn settle_focus() {
    let _ = page::scroll_to_top();
    when_drawn(|| page::focus("main h1").unwrap_or_default());
}

/// Makes a change, and focuses the heading if the focused element is gone afterwards. In Safari a tap gives a button no
/// focus, so there is none to lose.
pub fn keep_focus(change: &dyn Fn()) {
    let had = page::has_focus();
    change();
    if had {
        when_drawn(|| {
            if !page::has_focus() {
                page::focus("main h1").unwrap_or_default();
            }
        });
    }
}

/// Carries out an action.
pub fn carry_out(context: Context, act: Act) {
    if dates::holds_up(context, &act) {
        return;
    }
    match act {
        Act::Send(event) => send(context, event),
        Act::Go(route) => go(context, route),
        Act::Open(place) => open(context, place),
        Act::Change(question) => change(context, &question),
        Act::GoOn(place) => go_on(context, place),
        Act::LookBack(place) => look_back(context, place),
        Act::Together(place) => fill_in_together(context, place),
        Act::AddPerson { question } => {
            typing::change_people(context, &question, |people| people.push(Person::default()));
        }
        Act::RemovePerson { question, person } => remove_person(context, &question, PersonId(person)),
        Act::Keep(findings) => {
            for finding in findings {
                send(context, Event::Paper(PaperEvent::Kept { finding, kept: true }));
            }
        }
        Act::Cleaned(question) => context.change(|state| state.cleaned.retain(|other| *other != question)),
        Act::CloseGreeting => persistence::set_start_notice(context, StartNotice::Nothing),
        Act::Anew => crash::anew("anew").unwrap_or_default(),
        Act::Reload => drop(page::reload()),
        Act::Uncover => context.change(|state| state.overlay = None),
        Act::TakeTime => context.change(|state| (state.overlay, state.unhurried) = (None, true)),
        Act::EmptySheet => ask_for(context, AskedFor::EmptySheet),
        Act::Enlarge => enlarge(context),
        Act::Unfold => ask_for(context, AskedFor::Inside),
        Act::More(list, first) => more(context, list, first),
        Act::SayStuck => say_stuck(context, Some(Answer::Yes)),
        Act::TellStuck => tell_stuck(context),
        Act::NotStuck => say_stuck(context, None),
        Act::Focus(id) => focus(id),
        Act::Back => drop(address::back()),
        Act::Make(event) => make(context, event),
        Act::ChangePlan(event, page) => change_plan(context, event, page),
        Act::Card(card) => show_card(context, card),
        Act::Calendar => send(context, Event::Plan(PlanEvent::Calendar(clock::random()))),
        Act::AskToWipe => ask_to_wipe(context),
        Act::KeepAll => keep_all(context),
        Act::Undo => undo(context),
        Act::FinishDate => dates::finish(context),
        Act::LeaveDateEmpty => dates::leave_empty(context),
        Act::BeQuiet => drop(speech::be_quiet()),
        Act::Speak => {
            if speak(context).is_err() {
                ask_for(context, AskedFor::Voice);
            }
        }
        Act::Print => {
            send(context, Event::Paper(PaperEvent::Made));
            output::print(context);
        }
        Act::Copy(text) => {
            send(context, Event::Paper(PaperEvent::Made));
            output::copy(context, text);
        }
        Act::Wipe | Act::TakeUp | Act::TakeOver => spawn_local(take_time(context, act)),
    }
}

/// Asks whether to wipe everything: in a dialog, or on a page of its own if the browser cannot open a dialog.
fn ask_to_wipe(context: Context) {
    if page::open_dialog(WIPE_DIALOG).is_err() {
        ask_for(context, AskedFor::Wipe);
        settle_focus();
    }
}

/// Cancels the wipe and shows the earlier screen again.
fn keep_all(context: Context) {
    if context.look(|state| state.has_asked(AskedFor::Wipe)) {
        context.change(|state| state.withdraw(AskedFor::Wipe));
        settle_focus();
    } else {
        let _ = page::close_dialog(WIPE_DIALOG);
    }
}

/// Removes a person. If the plan references them, navigates to the page that asks for a replacement first.
fn remove_person(context: Context, question: &str, person: PersonId) {
    let leans = |state: &State| gate::is_open(&state.facts) && !needs_of(&state.dossier.plan, person).is_empty();
    if context.look(leans) {
        return go(context, PlanPage::Person.route(person.0));
    }
    typing::change_people(context, question, |people| people.retain(|other| other.id != person.0));
    focus(format!("{question}-add"));
}

/// Navigates to a page of the plan and then changes the plan, so that the undo offer appears on that page.
pub fn change_plan(context: Context, event: PlanEvent, page: PlanPage) {
    let is_removal = matches!(event, PlanEvent::Removed(_));
    go(context, page.route(0));
    send(context, Event::Plan(event));
    // The offer is at the top of the page, and a list may be long.
    if is_removal {
        show_undo();
    }
}

/// Restores the text or part that was emptied last, also in a field that has focus.
fn undo(context: Context) {
    let _ = page::let_go_of_focus();
    context.change(|state| {
        // Drops newer unfinished input in that field; in the plan this may be any field of the page.
        let question = state.dossier.undoable().unwrap_or_default().to_owned();
        let is_there = |field: &str| {
            let rest = field.strip_prefix(&question);
            question.is_empty() || rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        state.typed.retain(|(field, _)| !is_there(field));
        state.errors.retain(|error| !is_there(&error.field));
        tell(state, Event::Undone);
    });
}

/// Adds a part to the plan and navigates to its page.
fn make(context: Context, event: PlanEvent) {
    let page = if matches!(event, PlanEvent::Demand(_)) { PlanPage::Demand } else { PlanPage::Agreement };
    send(context, Event::Plan(event));
    go(context, page.route(context.look(|state| state.dossier.plan.last_id)));
}

/// Opens or closes a safety card. An open card closes by itself after a while.
fn show_card(context: Context, card: SafetyCardState) {
    context.change(|state| state.card = card);
    settle_focus();
    if card == SafetyCardState::Shown {
        let put_away = move || {
            if context.look(|state| state.card == SafetyCardState::Shown) {
                show_card(context, SafetyCardState::PutAway);
            }
        };
        set_timeout(put_away, SHOWN_FOR);
    }
}

/// Shows the next part of a long list and focuses its first line.
fn more(context: Context, list: &'static str, first: String) {
    context.change(|state| state.further.push((state.route, list)));
    focus(first);
}

fn ask_for(context: Context, what: AskedFor) {
    context.change(|state| state.asked.push(what));
}

/// Actions that wait for the browser.
async fn take_time(context: Context, act: Act) {
    match act {
        Act::Wipe => persistence::wipe(context).await,
        Act::TakeUp => persistence::take_up(context).await,
        Act::TakeOver => tabs::take_over(context).await,
        other => carry_out(context, other),
    }
}

/// Applies a checkbox or radio button.
pub fn ticked(context: Context, tick: &Tick, on: bool) {
    let mark = |item: &str| send(context, Event::Marked { item: item.to_owned(), on });
    match tick {
        Tick::Card { question, card } => pick(context, question, card.clone(), on),
        Tick::Mark(item) => mark(item),
        Tick::Unknown(question) => answer(context, question, on.then_some(Answer::Unknown)),
        Tick::Withheld(question) => answer(context, question, on.then_some(Answer::Withheld)),
        Tick::Block(block) => send(context, Event::Paper(PaperEvent::BlockShown { block: *block, shown: on })),
        Tick::Sheet(sheet) => send(context, Event::Paper(PaperEvent::Sheet { sheet: *sheet, along: on })),
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

/// Turns a tap on a card into the answer it stands for.
fn pick(context: Context, question: &str, card: String, on: bool) {
    let Some(asked) = context.catalogue.question(question) else { return };
    let before = context.look(|state| state.facts.raw(question).cloned());
    let (mut picked, own) = match before {
        Some(Answer::Picks { picked, own }) => (picked, own),
        _ => (Vec::new(), String::new()),
    };
    match asked.question.kind {
        QuestionKind::YesNo => {
            let yes = card == Answer::Yes.words()[0];
            return answer(context, question, Some(if yes { Answer::Yes } else { Answer::No }));
        }
        QuestionKind::Number { .. } => return answer(context, question, card.parse().ok().map(Answer::Number)),
        QuestionKind::Many => picked.retain(|other| *other != card),
        QuestionKind::One | QuestionKind::Date | QuestionKind::Text | QuestionKind::People(_) => picked.clear(),
    }
    if on {
        picked.push(card);
    }
    answer(context, question, Some(Answer::Picks { picked, own }));
}

/// Focuses an element after the screen is updated.
pub fn focus(id: String) {
    when_drawn(move || page::focus_id(&id).unwrap_or_default());
}

/// Runs `then` after the screen is updated, because the element to focus may only exist after the update. Rendering is
/// a task that runs before any timer; every browser has timers, but not each has animation frames.
fn when_drawn(then: impl FnOnce() + 'static) {
    set_timeout(then, Duration::ZERO);
}

fn open(context: Context, place: ScreenRef) {
    context.change_unseen(|state| tell(state, Event::Opened { screen: context.catalogue.screen(place).id.clone() }));
    go(context, context.look(|state| route_to(&state.facts, place)));
}

/// Sets or clears the answer that the arrangement with the desk is stuck.
fn say_stuck(context: Context, answer: Option<Answer>) {
    let is_said = answer.is_some();
    let question = context.catalogue.content.flow.roles.stuck.clone();
    context.change_unseen(|state| tell(state, Event::Answered { question, answer }));
    if is_said {
        return tell_stuck(context);
    }
    let before = context.look(|state| route_to(&state.facts, journey::place_at(&state.facts, &state.dossier)));
    go(context, before);
}

/// Navigates to the first screen of the road “het loopt vast”.
fn tell_stuck(context: Context) {
    let first =
        context.look(|state| journey::side_road_screens(&state.facts, &state.dossier, Step::Stuck).first().copied());
    if let Some(first) = first {
        context.change_unseen(|state| state.returning = false);
        go(context, context.look(|state| route_to(&state.facts, first)));
    }
}

fn enlarge(context: Context) {
    let large = context.look(|state| state.has_asked(AskedFor::Large));
    context.change(|state| {
        state.withdraw(AskedFor::Large);
        if !large {
            state.asked.push(AskedFor::Large);
        }
    });
    if !large {
        send(context, Event::Paper(PaperEvent::Made));
    }
}

/// Navigates to the screen of a question, and opens that screen if it is not on the road.
fn change(context: Context, question: &str) {
    let place = context.look(|state| journey::place_of(&state.facts, &state.dossier, question));
    if let Some(place) = place {
        context.change_unseen(|state| {
            state.returning = true;
            tell(state, Event::Sought { question: question.to_owned() });
        });
        go(context, context.look(|state| route_to(&state.facts, place)));
    }
}

/// “Verder”: goes to a screen that is due, else to the next screen, else back to the overview if the resident came from
/// there.
fn go_on(context: Context, place: ScreenRef) {
    leave(context, place, journey::onward);
}

/// Leaves a screen that was seen. `target` returns where its button leads.
fn leave(context: Context, place: ScreenRef, target: fn(&Facts, &Dossier, ScreenRef, bool) -> Onward) {
    if context.look(|state| !state.errors.is_empty() && !state.has_asked(AskedFor::Errors)) {
        // Shows the errors only once: no answer on the road is required, so a second tap goes on.
        ask_for(context, AskedFor::Errors);
        return focus("errors".to_owned());
    }
    // The next page renders the result.
    context.change_unseen(|state| tell(state, Event::Continued { number: context.catalogue.number(place) }));
    let to = context.look(|state| target(&state.facts, &state.dossier, place, state.returning));
    let (route, returns) = match to {
        Onward::Nowhere => return,
        Onward::Overview => (Route::Check, false),
        Onward::To { place, returns } => (context.look(|state| route_to(&state.facts, place)), returns),
    };
    context.change_unseen(|state| state.returning = returns);
    go(context, route);
}

/// Marks the flag's screen as seen and navigates to the overview, where the resident can change the answer behind the
/// flag.
fn look_back(context: Context, place: ScreenRef) {
    context.change_unseen(|state| {
        tell(state, Event::Continued { number: context.catalogue.number(place) });
        state.returning = false;
    });
    go(context, Route::Check);
}

/// A helper sits beside the resident; from this screen on they fill it in together.
fn fill_in_together(context: Context, place: ScreenRef) {
    let Some(given) = &context.catalogue.content.flow.roles.together else { return };
    let answer = Some(Answer::pick(&given.option));
    context.change_unseen(|state| tell(state, Event::Answered { question: given.question.clone(), answer }));
    leave(context, place, journey::onward_together);
}

/// Reads the page aloud, without the parts that are at the bottom of every page.
fn speak(context: Context) -> Result<(), Refused> {
    let text = page::text("main h1, main .question, main .sheet")?;
    speech::say(&text, &context.catalogue.content.language)
}
