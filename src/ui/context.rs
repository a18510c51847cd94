//! What every page draws from: one value of state, texts, and one way to change anything.

use std::ops::Deref;
use std::rc::Rc;

use leptos::prelude::*;

use super::actions;
use super::dates::Unfinished;
use super::keeping::Written;
use super::output::Output;
use super::tabs::{Claim, Cover};
pub use super::tick::Tick;
use super::view::On;
use crate::model::catalogue::{Catalogue, Place};
use crate::model::content::Limits;
use crate::model::dossier::Dossier;
use crate::model::facts::Facts;
use crate::model::flag::Flag;
use crate::model::journey::Item;
use crate::model::plan::PlanEvent;
use crate::model::route::{PlanPage, Route};
use crate::model::update::Event;

/// Everything the screen follows from.
#[derive(Clone)]
pub struct State {
    pub dossier: Dossier,
    pub facts: Facts,
    /// The page on the screen.
    pub route: Route,
    /// The address that led to it.
    pub followed: String,
    pub saving: Saving,
    /// What the first screen has to tell about before.
    pub greeting: Greeting,
    /// What stands in the place of every page.
    pub cover: Option<Cover>,
    /// Which tab writes, as far as is known.
    pub claim: Claim,
    /// There is no internet, which takes nothing away (N30).
    pub offline: bool,
    /// The resident wants not to be asked whether they are still there.
    pub unhurried: bool,
    /// Fields that hold something that is no value of their kind.
    pub errors: Vec<FieldError>,
    /// A screen was opened from the overview, and leads back there.
    pub returning: bool,
    /// Questions with a text of which invisible characters were taken out.
    pub cleaned: Vec<String>,
    /// What stands in a field and is no value of its kind, by question or by id of the field, as long as the page is on
    /// the screen.
    pub typed: Vec<(String, String)>,
    /// How printing and copying went on this page.
    pub output: Output,
    /// The date that its owner is asked about.
    pub unfinished: Option<Unfinished>,
    /// What was asked for on this page and changes what it shows.
    pub asked: Vec<AskedFor>,
    pub arrived: Arrived,
    /// Whether the card of the page is open.
    pub card: Card,
    /// Long lists of which more was asked for, once for each time: the page, and the name of the list.
    pub further: Vec<(Route, &'static str)>,
    /// Grows with every change of what was told, so that nothing is stored anew without one.
    pub changes: u32,
    /// What of it is on the device.
    pub written: Written,
}

/// A safety card on the screen: put away until its owner asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Card {
    Away,
    /// Put away just now.
    PutAway,
    Filling,
    Shown,
}

/// What was asked for on a page, until the next one comes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedFor {
    /// The summary of what is wrong in the fields: “Verder” was tapped.
    Errors,
    /// A voice, which this device does not have.
    Voice,
    /// Wiping everything, in a browser that opens no dialog.
    Wipe,
    /// A sheet with nothing on it.
    EmptySheet,
    /// The sheet large on the screen.
    Large,
    /// What a page keeps behind a word.
    Inside,
    /// A line of a long list that was in sight when something in it was changed: it stays.
    Line(u32),
}

/// What held when the page came on, and stays for as long as one is there: nothing vanishes under a finger.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrived {
    /// What gave the page its heading.
    pub first: Option<Item>,
    /// The flags with a screen of their own.
    pub flags: Vec<Flag>,
}

/// Where the answers are, as far as the browser said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// Only in memory.
    Memory,
    /// Being written.
    Busy,
    /// Written, and read back.
    Saved,
    /// The browser does not allow it (N17).
    Blocked,
    /// No room (N18).
    Full,
    /// What came back was not what was written (N11).
    Failed,
    /// What is there was written by a newer version, and is left alone (N3).
    Newer,
}

/// What happened before this start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Greeting {
    Nothing,
    /// Loaded anew, and nothing was kept (N19).
    Reloaded,
    /// Started again after a fault, with all answers (N15).
    Restarted,
    /// Started again after a fault, with nothing to come back to (N15b).
    Lost,
    /// Everything was wiped (N32).
    Wiped,
    /// Not everything could be wiped (N32b).
    NotWiped,
    /// Something is kept from before (N37).
    Found,
    /// Something is kept, but part of it cannot be read (N2).
    Damaged,
}

/// A field that holds something that is no value of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Id of the input element.
    pub field: String,
    pub message: String,
}

/// What a tap does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    Send(Event),
    Go(Route),
    /// Opens a screen of the longer road and goes there.
    Open(Place),
    /// To the screen of a question, which leads back to the overview.
    Change(String),
    /// “Verder” on a screen.
    GoOn(Place),
    /// From the screen of a flag to the overview.
    LookBack(Place),
    /// “Vul het samen in” on a screen of the road “voor een ander”.
    Together(Place),
    /// Adds a person to the answer of a question.
    AddPerson {
        question: String,
    },
    RemovePerson {
        question: String,
        person: u32,
    },
    /// What was found in the own words of a question may stand.
    Keep(Vec<String>),
    /// The message about invisible characters was read.
    Cleaned(String),
    CloseGreeting,
    Reload,
    /// Begins as on a first visit.
    Anew,
    Uncover,
    /// Opens what a page keeps behind a word; it is there from then on.
    Unfold,
    /// The next part of a long list, by its name; goes on at the element with this id.
    More(&'static str, String),
    /// Takes the cover away, and does not come back to the question.
    TakeTime,
    /// Makes this the tab that writes.
    TakeOver,
    EmptySheet,
    /// A sheet on the screen large, or as on paper again.
    Enlarge,
    /// “Het loopt vast”, said in the menu; leads to where one can tell more.
    SayStuck,
    /// To where one can tell what is stuck.
    TellStuck,
    /// What was said in the menu does not hold any more; leads back to where one was.
    NotStuck,
    Print,
    Copy(String),
    /// Asks whether to wipe everything.
    AskToWipe,
    /// Nothing is to be wiped after all.
    KeepAll,
    Wipe,
    /// Go on where one was.
    TakeUp,
    Focus(String),
    /// Reads the page aloud.
    Speak,
    BeQuiet,
    Back,
    /// Adds a new part to the plan and goes to its page.
    Make(PlanEvent),
    /// Changes the plan and goes to a page of it.
    ChangePlan(PlanEvent, PlanPage),
    /// Opens or closes a safety card.
    Card(Card),
    /// Makes the calendar file possible.
    Calendar,
    /// What was emptied last comes back.
    Undo,
    /// Back to a date that is not finished.
    FinishDate,
    /// On, without a date that is not finished.
    LeaveDateEmpty,
}

/// Where something is typed or chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    Words {
        question: String,
        limits: Limits,
    },
    /// Own words beside the options of a question.
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

/// What is typed about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonPart {
    Role,
    Name,
    What,
    Age,
}

/// The state of the app. Copied freely: it holds handles, not values.
#[derive(Clone, Copy)]
pub struct Context {
    pub catalogue: &'static Catalogue,
    pub state: RwSignal<State>,
}

/// What a page draws from: the state of this moment, and the way to change it. As small as one address, since every part
/// of a page is handed one.
#[derive(Clone, Copy)]
pub struct App<'a>(&'a Shown<'a>);

/// What an [`App`] leads to.
pub struct Shown<'a> {
    pub context: Context,
    pub catalogue: &'static Catalogue,
    state: &'a State,
}

impl<'a> Deref for App<'a> {
    type Target = Shown<'a>;

    fn deref(&self) -> &Shown<'a> {
        self.0
    }
}

impl Deref for Shown<'_> {
    type Target = State;

    fn deref(&self) -> &State {
        self.state
    }
}

impl<'a> Shown<'a> {
    pub fn new(context: Context, state: &'a State) -> Shown<'a> {
        Shown { context, catalogue: context.catalogue, state }
    }
}

impl<'a> App<'a> {
    pub fn new(shown: &'a Shown<'a>) -> App<'a> {
        App(shown)
    }

    /// A text of the interface.
    #[inline(never)]
    pub fn text(self, key: &str) -> String {
        self.catalogue.text(key).to_owned()
    }

    /// A text of the interface with one gap filled.
    #[inline(never)]
    pub fn fill(self, key: &str, gap: &str, value: &str) -> String {
        self.text(key).replace(gap, value)
    }

    /// What a tap does.
    #[inline(never)]
    pub fn tap(self, act: Act) -> On {
        let context = self.context;
        On::Tap(Rc::new(move || actions::keep_focus(&|| actions::carry_out(context, act.clone()))))
    }

    /// What a tick does.
    #[inline(never)]
    pub fn tick(self, tick: Tick) -> On {
        let context = self.context;
        On::Tick(Rc::new(move |on| actions::keep_focus(&|| actions::ticked(context, &tick, on))))
    }

    /// What typing does.
    #[inline(never)]
    pub fn field(self, field: Field) -> On {
        let context = self.context;
        On::Type(Rc::new(move |text| actions::typed(context, &field, text)))
    }

    /// Whether what stands in the field with this id is no value of its kind.
    #[inline(never)]
    pub fn is_wrong(self, field: &str) -> bool {
        self.errors.iter().any(|error| error.field == field)
    }
}

impl State {
    /// How many parts of a long list are on this page.
    pub fn parts_of(&self, list: &str) -> usize {
        1 + self.further.iter().filter(|(route, name)| *route == self.route && *name == list).count()
    }

    /// A line of a long list is in sight for as long as one is on this page.
    pub fn stays(&mut self, line: u32) {
        if !self.has_asked(AskedFor::Line(line)) {
            self.asked.push(AskedFor::Line(line));
        }
    }

    /// What was asked for on this page is not wanted any more.
    pub fn withdraw(&mut self, what: AskedFor) {
        self.asked.retain(|asked| *asked != what);
    }

    /// What was typed in a field and is no value of its kind.
    pub fn typed_in(&self, field: &str) -> Option<&str> {
        self.typed.iter().find(|(other, _)| other == field).map(|(_, text)| text.as_str())
    }

    /// Whether this was asked for on this page.
    pub fn has_asked(&self, what: AskedFor) -> bool {
        self.asked.contains(&what)
    }
}

impl Context {
    /// Changes the state; the screen follows.
    pub fn change(self, change: impl FnOnce(&mut State)) {
        let mut change = Some(change);
        self.change_by(&mut |state| change.take().map_or((), |change| change(state)));
    }

    /// Changes the state just before another page comes on, so that the present one is not drawn once more.
    pub fn change_unseen(self, change: impl FnOnce(&mut State)) {
        let mut change = Some(change);
        self.change_unseen_by(&mut |state| change.take().map_or((), |change| change(state)));
    }

    /// Looks at the state without following it.
    pub fn look<T>(self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.state.read_untracked())
    }

    // Each of these once in the program, and not at every call.

    #[inline(never)]
    fn change_by(self, change: &mut dyn FnMut(&mut State)) {
        self.state.update(change);
    }

    #[inline(never)]
    fn change_unseen_by(self, change: &mut dyn FnMut(&mut State)) {
        self.state.update_untracked(change);
    }
}
