//! State shared by all pages, the texts, and the actions that change the state.

use std::ops::Deref;
use std::rc::Rc;

use leptos::prelude::*;

use super::actions;
use super::dates::Unfinished;
use super::output::Output;
use super::persistence::WrittenRecords;
use super::tabs::{Overlay, TabRole};
pub use super::tick::Tick;
use super::view::On;
use crate::model::catalogue::{Catalogue, ScreenRef};
use crate::model::content::Limits;
use crate::model::content::flag::Flag;
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;
use crate::model::journey::ScreenItem;
use crate::model::plan::PlanEvent;
use crate::model::route::{PlanPage, Route};
use crate::model::update::Event;

/// The whole state of the app.
#[derive(Clone)]
pub struct State {
    pub dossier: Dossier,
    pub facts: Facts,
    /// The page on the screen.
    pub route: Route,
    /// The address that led to this page.
    pub followed: String,
    pub saving: Saving,
    /// The notice about the previous visit, shown on the first screen.
    pub start_notice: StartNotice,
    /// An overlay shown instead of the page.
    pub overlay: Option<Overlay>,
    /// Whether this tab may write, as far as is known.
    pub tab_role: TabRole,
    /// The device has no internet connection; everything keeps working (N30).
    pub offline: bool,
    /// The resident does not want to be asked whether they are still there.
    pub unhurried: bool,
    /// Fields with invalid input.
    pub errors: Vec<FieldError>,
    /// The resident opened this screen from the overview; “Verder” leads back there.
    pub returning: bool,
    /// Questions whose text contained invisible characters, which were removed.
    pub cleaned: Vec<String>,
    /// Input that is not a valid value, by question or by id of the field. Cleared when another page is shown.
    pub typed: Vec<(String, String)>,
    /// Result of printing and copying on this page.
    pub output: Output,
    /// The unfinished date that the page asks about.
    pub unfinished: Option<Unfinished>,
    /// Requests made on this page that change its content.
    pub asked: Vec<AskedFor>,
    pub arrived: Arrived,
    /// Whether the safety card of the page is open.
    pub card: SafetyCardState,
    /// Long lists of which the resident asked for more, one entry per request: the page and the name of the list.
    pub further: Vec<(Route, &'static str)>,
    /// Increases with every change of the dossier, so that nothing is stored without a change.
    pub changes: u32,
    /// Records already written to the device.
    pub written: WrittenRecords,
}

/// State of the safety card on the screen: closed until its owner asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SafetyCardState {
    Away,
    /// Closed a moment ago.
    PutAway,
    Filling,
    Shown,
}

/// A request made on a page; it ends when another page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedFor {
    /// Show the summary of errors in the fields: the resident tapped “Verder”.
    Errors,
    /// Reading aloud was asked for, but this device has no voice.
    Voice,
    /// Ask whether to wipe everything, in a browser that cannot open a dialog.
    Wipe,
    /// Show the sheet although it is empty.
    EmptySheet,
    /// Show the sheet large on the screen.
    Large,
    /// Show the folded part of the page.
    Inside,
    /// Keep this line of a long list visible, because it was in view when the resident changed something in it.
    Line(u32),
}

/// Items fixed when the page is shown. They stay until another page is shown, so that nothing disappears under a
/// finger.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrived {
    /// The item that gives the page its heading.
    pub first: Option<ScreenItem>,
    /// The flags with a screen of their own.
    pub flags: Vec<Flag>,
}

/// Storage status of the answers, as reported by the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// Only in memory.
    Memory,
    /// Writing is in progress.
    Busy,
    /// Written and read back.
    Saved,
    /// The browser does not allow storage (N17).
    Blocked,
    /// Storage is full (N18).
    Full,
    /// Reading back gave something else than was written (N11).
    Failed,
    /// The records on the device come from a newer version and are left alone (N3).
    Newer,
}

/// A notice about the time before this start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartNotice {
    Nothing,
    /// The page was reloaded and no answers were stored (N19).
    Reloaded,
    /// Restarted after an error, with all answers (N15).
    Restarted,
    /// Restarted after an error, without answers (N15b).
    Lost,
    /// Everything was wiped (N32).
    Wiped,
    /// Something could not be wiped (N32b).
    NotWiped,
    /// Answers of an earlier visit were found (N37).
    Found,
    /// Answers of an earlier visit were found, but part of them cannot be read (N2).
    Damaged,
}

/// A field with invalid input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Id of the input element.
    pub field: String,
    pub message: String,
}

/// An action that a tap starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    Send(Event),
    Go(Route),
    /// Opens a screen of the longer road and navigates there.
    Open(ScreenRef),
    /// Navigates to the screen of a question, which leads back to the overview.
    Change(String),
    /// “Verder” on a screen.
    GoOn(ScreenRef),
    /// Navigates from the screen of a flag to the overview.
    LookBack(ScreenRef),
    /// “Vul het samen in” on a screen of the road “voor een ander”.
    Together(ScreenRef),
    /// Adds a person to the answer of a question.
    AddPerson {
        question: String,
    },
    RemovePerson {
        question: String,
        person: u32,
    },
    /// Keeps the findings in the free text of a question: the resident decided that the text may stay as it is.
    Keep(Vec<String>),
    /// Dismisses the message about invisible characters.
    Cleaned(String),
    CloseGreeting,
    Reload,
    /// Starts as on a first visit.
    Anew,
    Uncover,
    /// Shows the folded part of a page. It does not fold again.
    Unfold,
    /// Shows the next part of a long list, given by name, and focuses the element with this id.
    More(&'static str, String),
    /// Closes the overlay and does not ask again.
    TakeTime,
    /// Makes this the tab that may write.
    TakeOver,
    EmptySheet,
    /// Shows a sheet large on the screen, or at its normal size again.
    Enlarge,
    /// “Het loopt vast” in the menu. Navigates to the screen where the resident can write more about it.
    SayStuck,
    /// Navigates to the screen about “het loopt vast”.
    TellStuck,
    /// Takes back “het loopt vast” and returns to the earlier screen.
    NotStuck,
    Print,
    Copy(String),
    /// Asks whether to wipe everything.
    AskToWipe,
    /// Cancels the wipe.
    KeepAll,
    Wipe,
    /// Continues with the answers found on the device.
    TakeUp,
    Focus(String),
    /// Reads the page aloud.
    Speak,
    BeQuiet,
    Back,
    /// Adds a part to the plan and navigates to its page.
    Make(PlanEvent),
    /// Changes the plan and navigates to one of its pages.
    ChangePlan(PlanEvent, PlanPage),
    /// Opens or closes a safety card.
    Card(SafetyCardState),
    /// Allows the calendar file.
    Calendar,
    /// Restores the text or part that was emptied last.
    Undo,
    /// Returns to the unfinished date.
    FinishDate,
    /// Goes on and leaves the unfinished date empty.
    LeaveDateEmpty,
}

/// A field in which the resident types or chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputField {
    Words {
        question: String,
        limits: Limits,
    },
    /// Free text beside the options of a question.
    Own {
        question: String,
        limits: Limits,
    },
    Number {
        question: String,
        min: i64,
        max: i64,
    },
    Date {
        question: String,
    },
    Person {
        question: String,
        person: u32,
        part: PersonPart,
    },
    Gemeente,
}

/// A field about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonPart {
    Role,
    Name,
    What,
    Age,
}

/// Handles to the state of the app. `Copy`, because it contains handles and no values.
#[derive(Clone, Copy)]
pub struct Context {
    pub catalogue: &'static Catalogue,
    pub state: RwSignal<State>,
}

/// The state at this moment and the actions that change it, passed to every part of a page. One pointer in size,
/// because so many functions take it.
#[derive(Clone, Copy)]
pub struct App<'a>(&'a Snapshot<'a>);

/// The target of an [`App`].
pub struct Snapshot<'a> {
    pub context: Context,
    pub catalogue: &'static Catalogue,
    state: &'a State,
}

impl<'a> Deref for App<'a> {
    type Target = Snapshot<'a>;

    fn deref(&self) -> &Snapshot<'a> {
        self.0
    }
}

impl Deref for Snapshot<'_> {
    type Target = State;

    fn deref(&self) -> &State {
        self.state
    }
}

impl<'a> Snapshot<'a> {
    pub fn new(context: Context, state: &'a State) -> Snapshot<'a> {
        Snapshot { context, catalogue: context.catalogue, state }
    }
}

impl<'a> App<'a> {
    pub fn new(shown: &'a Snapshot<'a>) -> App<'a> {
        App(shown)
    }

    /// Returns a text of the interface.
    #[inline(never)]
    pub fn text(self, key: &str) -> String {
        self.catalogue.text(key).to_owned()
    }

    /// Returns a text of the interface with one placeholder filled in.
    #[inline(never)]
    pub fn fill(self, key: &str, gap: &str, value: &str) -> String {
        self.text(key).replace(gap, value)
    }

    /// Returns the handler for a tap.
    #[inline(never)]
    pub fn tap(self, act: Act) -> On {
        let context = self.context;
        On::Tap(Rc::new(move || actions::keep_focus(&|| actions::carry_out(context, act.clone()))))
    }

    /// Returns the handler for a checkbox or radio button.
    #[inline(never)]
    pub fn tick(self, tick: Tick) -> On {
        let context = self.context;
        On::Tick(Rc::new(move |on| actions::keep_focus(&|| actions::ticked(context, &tick, on))))
    }

    /// Returns the handler for typing.
    #[inline(never)]
    pub fn field(self, field: InputField) -> On {
        let context = self.context;
        On::Type(Rc::new(move |text| actions::typed(context, &field, text)))
    }

    /// Returns whether the field with this id contains invalid input.
    #[inline(never)]
    pub fn is_wrong(self, field: &str) -> bool {
        self.errors.iter().any(|error| error.field == field)
    }
}

impl State {
    /// Returns how many parts of a long list are shown on this page.
    pub fn parts_of(&self, list: &str) -> usize {
        1 + self.further.iter().filter(|(route, name)| *route == self.route && *name == list).count()
    }

    /// Keeps a line of a long list visible until another page is shown.
    pub fn stays(&mut self, line: u32) {
        if !self.has_asked(AskedFor::Line(line)) {
            self.asked.push(AskedFor::Line(line));
        }
    }

    /// Withdraws a request made on this page.
    pub fn withdraw(&mut self, what: AskedFor) {
        self.asked.retain(|asked| *asked != what);
    }

    /// Returns the input of a field that is not a valid value.
    pub fn typed_in(&self, field: &str) -> Option<&str> {
        self.typed.iter().find(|(other, _)| other == field).map(|(_, text)| text.as_str())
    }

    /// Returns whether this request was made on this page.
    pub fn has_asked(&self, what: AskedFor) -> bool {
        self.asked.contains(&what)
    }
}

impl Context {
    /// Changes the state and updates the screen.
    pub fn change(self, change: impl FnOnce(&mut State)) {
        let mut change = Some(change);
        self.change_by(&mut |state| change.take().map_or((), |change| change(state)));
    }

    /// Changes the state without updating the screen: another page follows at once, so rendering this one would be
    /// wasted.
    pub fn change_unseen(self, change: impl FnOnce(&mut State)) {
        let mut change = Some(change);
        self.change_unseen_by(&mut |state| change.take().map_or((), |change| change(state)));
    }

    /// Reads the state without subscribing to it.
    pub fn look<T>(self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.state.read_untracked())
    }

    // Not inlined, so that the wasm contains each of these once instead of once per call.

    #[inline(never)]
    fn change_by(self, change: &mut dyn FnMut(&mut State)) {
        self.state.update(change);
    }

    #[inline(never)]
    fn change_unseen_by(self, change: &mut dyn FnMut(&mut State)) {
        self.state.update_untracked(change);
    }
}
