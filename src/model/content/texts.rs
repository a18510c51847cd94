//! Which fields of the content are words, and which are structure.
//!
//! Every impl takes its shape apart without `..`, so that a new field does not compile before someone decides. Words
//! are what a resident reads, and the lists of words by which the scan reads a resident. Structure is the rest: ids,
//! kinds, classes, conditions, flags, budgets, numbers and hours.

use std::fmt;

use serde::Serialize as _;

use litemap::LiteMap;

use super::{
    AnswerPiece, Around, BeginAt, Choice, Composed, ConsentText, Contact, Content, Example, Expected, FirstSentence,
    FixedSentence, FlagPaper, FlagRule, FlagScreen, Flow, ForSomeoneElseCard, FreeText, Gate, GateRow, GentleQuestion,
    HardWord, HelpBlock, HelpLine, Helpers, LifeArea, Names, Nearby, Offer, OnePageSheet, OptionText, Otherwise, Page2,
    PerArea, PlanField, PlanRoles, PlanTexts, Question, Roles, RowShape, Safety, Screen, SheetBlock, SheetPiece,
    Sheets, StartRule, Steady, SummarySheet, TableShape, Unit, Variant, YoungCard,
};
use crate::model::content::flag::Flag;

/// A shape with words in it.
pub trait Texts {
    /// Calls `visitor` on every text and every list of words, always in the same order. An empty text is visited too.
    fn visit(&mut self, key: Key<'_>, visitor: &mut dyn Visitor);
}

/// Reads or changes the words of the content.
pub trait Visitor {
    /// One text. Every language has it.
    fn text(&mut self, key: Key<'_>, text: &mut String);

    /// A list of words by which the scan reads what a resident writes; another language may have more or fewer.
    fn list(&mut self, key: Key<'_>, list: &mut Vec<String>);
}

/// The place of a text, as a chain of steps on the stack: nothing is allocated until someone writes it. Its first step
/// is the file, the rest is the key in that file: `ge1.text`.
#[derive(Debug, Clone, Copy)]
pub struct Key<'k> {
    before: Option<&'k Key<'k>>,
    step: KeyStep<'k>,
}

/// One step of a [`Key`].
#[derive(Debug, Clone, Copy)]
pub enum KeyStep<'k> {
    Name(&'k str),
    /// The place in a list, from 1.
    Number(usize),
    Flag(Flag),
}

impl<'k> Key<'k> {
    /// The key of a file as a whole: its name below the folder of the language. A life area has its id for a file name.
    pub fn file(name: &'k str) -> Key<'k> {
        Key { before: None, step: KeyStep::Name(name) }
    }

    /// The file of this text.
    pub fn in_file(&self) -> &'k str {
        match (self.before, self.step) {
            (Some(before), _) => before.in_file(),
            (None, KeyStep::Name(name)) => name,
            (None, KeyStep::Number(_) | KeyStep::Flag(_)) => "",
        }
    }

    fn then<'s>(&'s self, step: KeyStep<'s>) -> Key<'s> {
        Key { before: Some(self), step }
    }

    fn of<'s>(&'s self, field: &'s str) -> Key<'s> {
        self.then(KeyStep::Name(field))
    }

    /// The same place, with an id instead of a number.
    fn named<'s>(&'s self, id: KeyStep<'s>) -> Key<'s> {
        Key { before: self.before, step: id }
    }
}

/// The key in its file, as an editor writes it: with hyphens for the underscores of Rust.
impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(before) = self.before else { return Ok(()) };
        if before.before.is_some() {
            write!(f, "{before}.")?;
        }
        match self.step {
            KeyStep::Name(name) => f.write_str(&name.replace('_', "-")),
            KeyStep::Number(number) => write!(f, "{number}"),
            KeyStep::Flag(flag) => flag.serialize(f),
        }
    }
}

impl<'k> From<&'k String> for KeyStep<'k> {
    fn from(id: &'k String) -> KeyStep<'k> {
        KeyStep::Name(id)
    }
}

impl From<&u8> for KeyStep<'_> {
    fn from(number: &u8) -> Self {
        KeyStep::Number(usize::from(*number))
    }
}

impl From<&Flag> for KeyStep<'_> {
    fn from(flag: &Flag) -> Self {
        KeyStep::Flag(*flag)
    }
}

impl Texts for String {
    fn visit(&mut self, key: Key<'_>, visitor: &mut dyn Visitor) {
        visitor.text(key, self);
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn visit(&mut self, key: Key<'_>, visitor: &mut dyn Visitor) {
        for (index, item) in self.iter_mut().enumerate() {
            item.visit(key.then(KeyStep::Number(index + 1)), visitor);
        }
    }
}

impl<T: Texts> Texts for Option<T> {
    fn visit(&mut self, key: Key<'_>, visitor: &mut dyn Visitor) {
        if let Some(inner) = self {
            inner.visit(key, visitor);
        }
    }
}

impl Texts for LiteMap<String, String> {
    fn visit(&mut self, key: Key<'_>, visitor: &mut dyn Visitor) {
        for (name, text) in self.iter_mut() {
            visitor.text(key.of(name), text);
        }
    }
}

/// One impl per shape. `words` and `flat` are visited, `flat` without the name of the field in the key; `lists` are
/// lists of words; `structure` is the same in every language. `by` is the field that names an item of a list.
macro_rules! texts {
    ($($shape:ident $(<$c:ident>)? $(by $id:ident)? {
        words: [$($word:ident),*], flat: [$($flat:ident),*], lists: [$($list:ident),*], structure: [$($fixed:ident),*]
    })*) => {$(
        impl $(<$c>)? Texts for $shape $(<$c>)? {
            fn visit(&mut self, key: Key<'_>, visitor: &mut dyn Visitor) {
                let $shape { $($id,)? $($word,)* $($flat,)* $($list,)* $($fixed: _,)* } = self;
                $(let key = key.named(KeyStep::from(&*$id));)?
                $($word.visit(key.of(stringify!($word)), visitor);)*
                $($flat.visit(key, visitor);)*
                $(visitor.list(key.of(stringify!($list)), $list);)*
                // Some shapes have no words.
                let _ = (key, visitor);
            }
        }
    )*};
}

texts! {
    Choice<C> by id {
        words: [text, young, explain, paper], flat: [], lists: [], structure: [class, shown, raises, icon]
    }
    Question<C> by id {
        words: [text, young, help, own, unit, paper], flat: [options], lists: [],
        structure: [kind, class, past, shown, options_from, limits, emptied_by, weighs]
    }
    FreeText { words: [label], flat: [], lists: [], structure: [limits] }
    Unit { words: [one, many], flat: [], lists: [], structure: [] }
    Example { words: [text], flat: [], lists: [], structure: [] }
    Flow<C> {
        words: [roles, other_cards, young_card], flat: [screens, questions, shared], lists: [], structure: [elsewhere]
    }
    Roles {
        words: [nearby], flat: [], lists: [],
        structure: [
            device, device_free, device_again, keep, aloud, story, areas, areas_deep, more, situations, strengths,
            outcomes, start, circle, first_sentence, stuck, together, tired, tired_drops, sets
        ]
    }
    Screen<C> by id {
        words: [title, help, block, examples], flat: [], lists: [],
        structure: [step, page, asks, way, per_area, shown]
    }
    HelpBlock { words: [heading, text], flat: [], lists: [], structure: [] }
    ForSomeoneElseCard<C> { words: [text], flat: [], lists: [], structure: [when, contact, also] }
    YoungCard<C> { words: [text, unsafe_text], flat: [], lists: [], structure: [when, contacts, unsafe_when] }
    Safety<C> { words: [], flat: [rules, gate, flags, soft, start_rules], lists: [], structure: [named] }
    FlagRule<C> by id { words: [], flat: [], lists: [], structure: [when, raises] }
    Gate<C> { words: [], flat: [rows], lists: [], structure: [professional] }
    GateRow<C> by id { words: [], flat: [], lists: [], structure: [when, opens_with_professional] }
    FlagScreen<C> by flag {
        words: [heading, text, variants, back, paper], flat: [], lists: [],
        structure: [contacts, does, asks, closes, back_to]
    }
    Variant<C> { words: [heading, text], flat: [], lists: [], structure: [when, contacts, below] }
    FlagPaper { words: [sentence], flat: [], lists: [], structure: [question, urgent] }
    // A gentle question follows the words of the language in which a resident writes.
    GentleQuestion<C> by list { words: [above], flat: [], lists: [words], structure: [question, flag, shown] }
    StartRule<C> by id { words: [reason], flat: [], lists: [], structure: [when, area] }
    // First names belong to the country and not to the language of the screen.
    Names { words: [], flat: [], lists: [ordinary, known, deeds], structure: [first_names] }
    // The name of a service and the words around its number are translated; the number to call, the hours and their
    // sources are the same in every language.
    Contact by id {
        words: [name, shown, for_whom, note], flat: [], lists: [],
        structure: [tel, hours, cost, source, source_date, confirmed_on]
    }
    HelpLine { words: [text, after], flat: [], lists: [], structure: [contact] }
    Sheets<C> { words: [offers, months, weekdays, v1, v3, v4], flat: [], lists: [], structure: [] }
    Offer<C> { words: [otherwise], flat: [], lists: [], structure: [sheet, when] }
    Otherwise<C> { words: [text], flat: [], lists: [], structure: [when] }
    SummarySheet<C> {
        words: [empty, see_page_2, page_2], flat: [blocks], lists: [], structure: [width, first_width, pen, pen_short]
    }
    OnePageSheet<C> { words: [], flat: [blocks], lists: [], structure: [label_width, cell_width] }
    SheetBlock<C> by number {
        words: [heading, table], flat: [pieces], lists: [],
        structure: [lines, new_lines, pen_when_empty, optional]
    }
    TableShape<C> { words: [columns, rows], flat: [], lists: [], structure: [] }
    RowShape<C> { words: [heading], flat: [cells], lists: [], structure: [lines] }
    AnswerPiece<C> {
        words: [text, options, empty], flat: [], lists: [],
        structure: [question, most, per_area, stays, bare, when]
    }
    OptionText by option { words: [text], flat: [], lists: [], structure: [] }
    FixedSentence<C> { words: [text], flat: [], lists: [], structure: [when, new_line] }
    FirstSentence { words: [areas], flat: [], lists: [], structure: [chosen, story, goal, longest] }
    PerArea { words: [severity_text], flat: [], lists: [], structure: [most, lines_each, situations, severity] }
    BeginAt { words: [alone, one, many], flat: [], lists: [], structure: [start, better] }
    Around {
        words: [text, experience_role, experience_alone, nobody], flat: [], lists: [],
        structure: [question, most, experience, experience_yes, nobody_question]
    }
    Helpers { words: [text], flat: [], lists: [], structure: [question, most, fits] }
    Steady { words: [text, wish_text], flat: [], lists: [], structure: [helpers, wish] }
    Nearby {
        words: [look, look_alone], flat: [], lists: [], structure: [most, look_option, try_option, with]
    }
    Expected { words: [talk, outcome], flat: [], lists: [], structure: [on, money_areas, other_areas] }
    ConsentText { words: [text, alone], flat: [], lists: [], structure: [question, who, about] }
    Page2 {
        words: [heading, story, more, goals, call_heading, call], flat: [], lists: [],
        structure: [lines, call_width, call_lines, all_lines]
    }
    PlanField by id { words: [text, help], flat: [], lists: [], structure: [is, class, most] }
    // The words with which residents enter themselves, in the language in which they write.
    PlanRoles {
        words: [], flat: [], lists: [me],
        structure: [child, child_ages, at_home, reported_on, tired, ask_again, before, nobody]
    }
}

/// A life area has a file of its own: its own texts have its id, the texts of its items theirs.
impl<C> Texts for LifeArea<C> {
    fn visit(&mut self, file: Key<'_>, visitor: &mut dyn Visitor) {
        let LifeArea {
            id,
            name,
            inline,
            young_name,
            opening,
            young_opening,
            nearby_advice,
            helpers,
            examples,
            situations,
            follow_ups,
            strengths,
            outcomes,
            nearby,
            icon: _,
            goals: _,
            always_open: _,
            never_on_paper: _,
            only_shared: _,
            without_more: _,
            follow_ups_elsewhere: _,
            first_here: _,
        } = self;
        let own = file.of(id);
        name.visit(own.of("name"), visitor);
        inline.visit(own.of("inline"), visitor);
        young_name.visit(own.of("young_name"), visitor);
        opening.visit(own.of("opening"), visitor);
        young_opening.visit(own.of("young_opening"), visitor);
        nearby_advice.visit(own.of("nearby_advice"), visitor);
        helpers.visit(own.of("helpers"), visitor);
        examples.visit(own.of("examples"), visitor);
        for choices in [situations, strengths, outcomes, nearby] {
            choices.visit(file, visitor);
        }
        follow_ups.visit(file, visitor);
    }
}

impl Texts for PlanTexts {
    fn visit(&mut self, key: Key<'_>, visitor: &mut dyn Visitor) {
        let PlanTexts { roles, measures: _, vague, fields, texts } = self;
        roles.visit(key, visitor);
        visitor.list(key.of("vague"), vague);
        fields.visit(key, visitor);
        for (name, text) in texts.iter_mut() {
            // The names of icons are among the texts of the plan.
            if !name.starts_with("colour-icon.") {
                visitor.text(key.of(name), text);
            }
        }
    }
}

/// The hard words of a language, each with its explanation. What to write instead is for editors only.
impl Texts for HardWord {
    fn visit(&mut self, key: Key<'_>, visitor: &mut dyn Visitor) {
        let HardWord { word, explanation, plain: _ } = self;
        // The word names itself, so its key needs a copy.
        let name = word.clone();
        let key = key.named(KeyStep::Name(&name));
        word.visit(key.of("word"), visitor);
        explanation.visit(key.of("explanation"), visitor);
    }
}

impl<C> Texts for SheetPiece<C> {
    fn visit(&mut self, key: Key<'_>, visitor: &mut dyn Visitor) {
        match self {
            SheetPiece::Answer(answer) => answer.visit(key, visitor),
            SheetPiece::Say(say) => say.visit(key, visitor),
            SheetPiece::Rest(composed) => composed.visit(key, visitor),
        }
    }
}

impl Texts for Composed {
    fn visit(&mut self, key: Key<'_>, visitor: &mut dyn Visitor) {
        match self {
            Composed::FirstSentence(shape) => shape.visit(key, visitor),
            Composed::Areas(shape) => shape.visit(key, visitor),
            Composed::BeginAt(shape) => shape.visit(key, visitor),
            Composed::People(shape) => shape.visit(key, visitor),
            Composed::Helpers(shape) => shape.visit(key, visitor),
            Composed::Steady(shape) => shape.visit(key, visitor),
            Composed::Nearby(shape) => shape.visit(key, visitor),
            Composed::Expected(shape) => shape.visit(key, visitor),
            Composed::Consent(shape) => shape.visit(key, visitor),
            Composed::Target { text, days: _ } => text.visit(key.of("text"), visitor),
            Composed::FilledIn { by: _, with: _ }
            | Composed::Strengths { most: _ }
            | Composed::Household { question: _ }
            | Composed::Outcomes { most: _ }
            | Composed::Sentences { question: _, page_2: _, most: _ }
            | Composed::FlagLines { dates: _ } => {}
        }
    }
}

impl Content {
    /// Calls `visitor` on every text and every list of words, each with its file and key.
    pub fn visit_texts(&mut self, visitor: &mut dyn Visitor) {
        let Content {
            texts,
            flow,
            areas,
            safety,
            names,
            contacts,
            help_card,
            sheets,
            plan,
            terms,
            language: _,
            direction: _,
            released: _,
            // Shown nowhere: a holiday only makes a day no working day.
            holidays: _,
            // A gemeente, its desk and its places have one name in every language.
            gemeenten: _,
        } = self;
        texts.visit(Key::file("app"), visitor);
        flow.visit(Key::file("flow"), visitor);
        for area in areas {
            // The file of an area has a number too, which only the host knows.
            let id = area.id.clone();
            area.visit(Key::file(&id), visitor);
        }
        safety.visit(Key::file("safety"), visitor);
        names.visit(Key::file("names"), visitor);
        contacts.visit(Key::file("contacts"), visitor);
        help_card.visit(Key::file("contacts").of("help_card"), visitor);
        sheets.visit(Key::file("sheets"), visitor);
        plan.visit(Key::file("plan"), visitor);
        terms.visit(Key::file("terms"), visitor);
    }
}
