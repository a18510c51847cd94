//! The JSON of the stored records: each shape is written and read here, side by side. Unknown keys are skipped; a value
//! of an unexpected shape fails the reader.

use std::collections::BTreeSet;

use super::answers::{Answer, Answers};
use super::circle::Person;
use super::content::Sheet;
use super::flag::Flags;
use super::json::{Reader, Writer};
use super::sheet::PaperChoice;

/// Maximum items in a list. Sets are sorted item by item, so time grows with the square of their number.
const MOST_ITEMS: usize = 2_000;

/// Where the resident is, and their choices for the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceRecord {
    pub at: usize,
    pub beside: Option<usize>,
    pub passed: BTreeSet<usize>,
    pub opened: BTreeSet<String>,
    pub last_person: u32,
    pub paper: PaperChoice,
    pub made: bool,
}

pub fn write_texts(to: &mut Writer, texts: &mut dyn Iterator<Item = &String>) {
    to.list(&mut |to| {
        for text in &mut *texts {
            to.text(text);
        }
    });
}

pub fn read_texts(from: &mut Reader) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    from.short_list(MOST_ITEMS, &mut |from| {
        texts.insert(from.text());
    });
    texts
}

fn read_list(from: &mut Reader) -> Vec<String> {
    let mut texts = Vec::new();
    from.short_list(MOST_ITEMS, &mut |from| texts.push(from.text()));
    texts
}

fn write_numbers(to: &mut Writer, numbers: &mut dyn Iterator<Item = i64>) {
    to.list(&mut |to| {
        for number in &mut *numbers {
            to.number(number);
        }
    });
}

fn read_numbers<T: TryFrom<i64> + Default + Ord>(from: &mut Reader) -> BTreeSet<T> {
    let mut numbers = BTreeSet::default();
    from.short_list(MOST_ITEMS, &mut |from| {
        numbers.insert(from.number());
    });
    numbers
}

/// Only the program that wrote the flags reads them again, so their bits are enough.
pub fn write_flags(to: &mut Writer, flags: Flags) {
    to.number(i64::from(flags.as_u16()));
}

pub fn read_flags(from: &mut Reader) -> Flags {
    Flags::from_u16_truncated(from.number())
}

pub fn write_answers<'a>(to: &mut Writer, answers: &mut dyn Iterator<Item = (&'a str, &'a Answer)>) {
    to.object(&mut |to| {
        for (id, answer) in &mut *answers {
            write_answer(to.key(id), answer);
        }
    });
}

/// Reads the answers whose questions belong here; skips all others.
pub fn read_answers(from: &mut Reader, belongs: &dyn Fn(&str) -> bool) -> Answers {
    let mut answers = Answers::new();
    from.object(&mut |from, id| {
        if belongs(id) {
            answers.insert(id.to_owned(), read_answer(from));
        } else {
            from.skip();
        }
    });
    answers
}

fn write_answer(to: &mut Writer, answer: &Answer) {
    match answer {
        Answer::Yes => to.text("yes"),
        Answer::No => to.text("no"),
        Answer::Unknown => to.text("unknown"),
        Answer::Withheld => to.text("withheld"),
        Answer::Picks { picked, own } => to.object(&mut |to| {
            to.key("picks").object(&mut |to| {
                if !picked.is_empty() {
                    write_texts(to.key("picked"), &mut picked.iter());
                }
                write_some(to, "own", own);
            });
        }),
        Answer::Number(number) => to.object(&mut |to| to.key("number").number(*number)),
        Answer::Date(date) => to.object(&mut |to| to.key("date").text(&date.to_string())),
        Answer::Text(text) => to.object(&mut |to| to.key("text").text(text)),
        Answer::People(people) => to.object(&mut |to| {
            to.key("people").list(&mut |to| people.iter().for_each(|person| write_person(to, person)));
        }),
    }
}

fn read_answer(from: &mut Reader) -> Answer {
    if from.is_text() {
        return match from.text().as_str() {
            "yes" => Answer::Yes,
            "no" => Answer::No,
            "unknown" => Answer::Unknown,
            "withheld" => Answer::Withheld,
            _ => none(from),
        };
    }
    let mut answer = None;
    from.object(&mut |from, kind| {
        answer = Some(match kind {
            "picks" => read_picks(from),
            "number" => Answer::Number(from.number()),
            "date" => from.text().parse().map_or_else(|_| none(from), Answer::Date),
            "text" => Answer::Text(from.text()),
            "people" => {
                let mut people = Vec::new();
                from.short_list(MOST_ITEMS, &mut |from| people.push(read_person(from)));
                Answer::People(people)
            }
            _ => none(from),
        });
    });
    answer.unwrap_or_else(|| none(from))
}

/// Fails the reader: this is not a valid answer. The caller discards the returned value.
fn none(from: &mut Reader) -> Answer {
    from.fail();
    Answer::Unknown
}

fn read_picks(from: &mut Reader) -> Answer {
    let (mut picked, mut own) = (Vec::new(), String::new());
    from.object(&mut |from, key| match key {
        "picked" => picked = read_list(from),
        "own" => own = from.text(),
        _ => from.skip(),
    });
    Answer::Picks { picked, own }
}

fn write_some(to: &mut Writer, key: &str, text: &str) {
    if !text.is_empty() {
        to.key(key).text(text);
    }
}

fn write_person(to: &mut Writer, person: &Person) {
    to.object(&mut |to| {
        to.key("id").number(person.id.into());
        write_some(to, "role", &person.role);
        write_some(to, "name", &person.name);
        write_some(to, "age", &person.age);
        write_some(to, "what", &person.what);
        if person.name_on_paper {
            to.key("name-on-paper").truth(true);
        }
        if person.steady {
            to.key("steady").truth(true);
        }
    });
}

fn read_person(from: &mut Reader) -> Person {
    let mut person = Person::default();
    from.object(&mut |from, key| match key {
        "id" => person.id = from.number(),
        "role" => person.role = from.text(),
        "name" => person.name = from.text(),
        "age" => person.age = from.text(),
        "what" => person.what = from.text(),
        "name-on-paper" => person.name_on_paper = from.truth(),
        "steady" => person.steady = from.truth(),
        _ => from.skip(),
    });
    person
}

pub fn write_place(to: &mut Writer, place: &PlaceRecord) {
    to.object(&mut |to| {
        to.key("at").number(whole(place.at));
        if let Some(beside) = place.beside {
            to.key("beside").number(whole(beside));
        }
        write_numbers(to.key("passed"), &mut place.passed.iter().map(|number| whole(*number)));
        write_texts(to.key("opened"), &mut place.opened.iter());
        to.key("last-person").number(place.last_person.into());
        write_paper(to.key("paper"), &place.paper);
        to.key("made").truth(place.made);
    });
}

/// No number in a record is that large.
fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub fn read_place(from: &mut Reader) -> PlaceRecord {
    let mut place = PlaceRecord::default();
    from.object(&mut |from, key| match key {
        "at" => place.at = from.number(),
        "beside" => place.beside = Some(from.number()),
        "passed" => place.passed = read_numbers(from),
        "opened" => place.opened = read_texts(from),
        "last-person" => place.last_person = from.number(),
        "paper" => place.paper = read_paper(from),
        "made" => place.made = from.truth(),
        _ => from.skip(),
    });
    place
}

fn write_paper(to: &mut Writer, paper: &PaperChoice) {
    to.object(&mut |to| {
        write_numbers(to.key("blocks-off"), &mut paper.blocks_off.iter().map(|block| i64::from(*block)));
        write_texts(to.key("kept"), &mut paper.kept.iter());
        write_texts(to.key("goes-along"), &mut paper.goes_along.iter());
        to.key("call-note").truth(paper.call_note);
        to.key("sheets").list(&mut |to| paper.sheets.iter().for_each(|sheet| to.text(sheet.name())));
        match &paper.gemeente {
            Some(gemeente) => to.key("gemeente").text(gemeente),
            None => to.key("gemeente").null(),
        }
    });
}

fn read_paper(from: &mut Reader) -> PaperChoice {
    let mut paper = PaperChoice::default();
    from.object(&mut |from, key| match key {
        "blocks-off" => paper.blocks_off = read_numbers(from),
        "kept" => paper.kept = read_texts(from),
        "goes-along" => paper.goes_along = read_list(from),
        "call-note" => paper.call_note = from.truth(),
        "sheets" => from.list(&mut |from| {
            let name = from.text();
            match Sheet::ALL.into_iter().find(|sheet| sheet.name() == name) {
                Some(sheet) => {
                    paper.sheets.insert(sheet);
                }
                None => from.fail(),
            }
        }),
        "gemeente" => paper.gemeente = if from.is_null() { None } else { Some(from.text()) },
        _ => from.skip(),
    });
    paper
}
