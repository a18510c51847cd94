//! The parser of the condition language: the sentence an editor wrote → [`Condition`].
//!
//! It reads only the form. A plain id becomes [`Condition::Ticked`], even if it is the name of a long condition;
//! `resolve` replaces names and knows which ids exist.

use std::fmt;

use winnow::ascii::{dec_int, multispace0};
use winnow::combinator::{alt, cut_err, delimited, fail, not, opt, peek, preceded, repeat, separated, terminated};
use winnow::error::{ContextError, StrContext, StrContextValue};
use winnow::prelude::*;
use winnow::stream::Stream;
use winnow::token::{any as any_char, literal, take_while};

use crate::model::content::condition::{Compare, Condition};
use crate::model::content::flag::Flag;

/// Why a sentence is not a condition: the position of the error and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// In characters, from 1.
    pub place: usize,
    /// The word at that position; empty at the end of the sentence.
    pub found: String,
    pub expected: &'static str,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.found.is_empty() {
            write!(f, "aan het eind ontbreekt {}", self.expected)
        } else {
            let (place, found, expected) = (self.place, &self.found, self.expected);
            write!(f, "bij teken {place} (“{found}”) verwacht ik {expected}")
        }
    }
}

/// Parses one sentence.
///
/// # Errors
///
/// The first position where the sentence cannot continue.
pub fn parse(sentence: &str) -> Result<Condition, Mistake> {
    preceded(multispace0, terminated(any_of, end)).parse(sentence).map_err(|error| {
        let rest = &sentence[error.offset()..];
        Mistake {
            place: sentence[..error.offset()].chars().count() + 1,
            found: rest.split_whitespace().next().unwrap_or("").to_owned(),
            expected: expectation(error.inner()),
        }
    })
}

/// The innermost expectation is the first one in the context.
fn expectation(error: &ContextError) -> &'static str {
    error
        .context()
        .find_map(|context| match context {
            StrContext::Expected(StrContextValue::Description(words)) => Some(*words),
            _ => None,
        })
        .unwrap_or("een voorwaarde")
}

fn expected(words: &'static str) -> StrContext {
    StrContext::Expected(StrContextValue::Description(words))
}

type Text<'a> = &'a str;

fn end(input: &mut Text<'_>) -> ModalResult<()> {
    not(any_char).context(expected("“en”, “of” of het einde")).parse_next(input)
}

fn any_of(input: &mut Text<'_>) -> ModalResult<Condition> {
    joined(input, all_of, "of", Condition::Any)
}

fn all_of(input: &mut Text<'_>) -> ModalResult<Condition> {
    joined(input, negated, "en", Condition::All)
}

/// Parses `part word part word part`, or a single part.
fn joined(
    input: &mut Text<'_>,
    mut part: fn(&mut Text<'_>) -> ModalResult<Condition>,
    between: &'static str,
    join: fn(Vec<Condition>) -> Condition,
) -> ModalResult<Condition> {
    let first = part.parse_next(input)?;
    let rest: Vec<Condition> = repeat(0.., preceded(keyword(between), cut_err(part))).parse_next(input)?;
    if rest.is_empty() {
        return Ok(first);
    }
    Ok(join(std::iter::once(first).chain(rest).collect()))
}

fn negated(input: &mut Text<'_>) -> ModalResult<Condition> {
    if opt(keyword("niet")).parse_next(input)?.is_some() {
        return cut_err(negated).map(|inner| Condition::Not(Box::new(inner))).parse_next(input);
    }
    alt((in_brackets, in_one_area, word_list, days, count, statement))
        .context(expected("een voorwaarde"))
        .parse_next(input)
}

fn in_brackets(input: &mut Text<'_>) -> ModalResult<Condition> {
    delimited(symbol("("), cut_err(any_of), closing).parse_next(input)
}

fn closing(input: &mut Text<'_>) -> ModalResult<()> {
    cut_err(symbol(")")).context(expected("een haakje sluiten, “en” of “of”")).parse_next(input)
}

fn in_one_area(input: &mut Text<'_>) -> ModalResult<Condition> {
    keyword("in").parse_next(input)?;
    cut_err((keyword("één"), keyword("gebied"))).context(expected("“één gebied ( … )”")).parse_next(input)?;
    cut_err(in_brackets)
        .context(expected("een haakje openen"))
        .map(|inner| Condition::InOneArea(Box::new(inner)))
        .parse_next(input)
}

/// Parses `name(id)`.
fn call<'a>(input: &mut Text<'a>, name: &'static str) -> ModalResult<&'a str> {
    (keyword(name), symbol("(")).parse_next(input)?;
    let id = cut_err(id).parse_next(input)?;
    cut_err(symbol(")")).context(expected("een haakje sluiten")).parse_next(input)?;
    Ok(id)
}

fn word_list(input: &mut Text<'_>) -> ModalResult<Condition> {
    let list = call(input, "woord")?;
    Ok(Condition::Word(list.to_owned()))
}

fn days(input: &mut Text<'_>) -> ModalResult<Condition> {
    let question = call(input, "dagen")?.to_owned();
    let (compare, value) = cut_err(comparison).parse_next(input)?;
    Ok(Condition::Days { question, compare, value })
}

fn count(input: &mut Text<'_>) -> ModalResult<Condition> {
    let question = call(input, "aantal")?.to_owned();
    let (compare, value) = cut_err(comparison).parse_next(input)?;
    Ok(Condition::Count { question, compare, value })
}

fn comparison(input: &mut Text<'_>) -> ModalResult<(Compare, i64)> {
    let compare = compare.parse_next(input)?;
    let value = cut_err(number).parse_next(input)?;
    Ok((compare, value))
}

fn compare(input: &mut Text<'_>) -> ModalResult<Compare> {
    alt((
        alt((symbol("≥"), symbol(">="))).value(Compare::AtLeast),
        alt((symbol("≤"), symbol("<="))).value(Compare::AtMost),
        symbol("<").value(Compare::Below),
        symbol(">").value(Compare::Above),
        symbol("=").value(Compare::Equal),
    ))
    .context(expected("een van de tekens ≥ ≤ < > ="))
    .parse_next(input)
}

fn number(input: &mut Text<'_>) -> ModalResult<i64> {
    terminated(dec_int, (peek(not(word_char)), multispace0)).context(expected("een getal")).parse_next(input)
}

/// Parses everything that begins with an id: a tick, a flag, or a statement about a question.
fn statement(input: &mut Text<'_>) -> ModalResult<Condition> {
    let start = input.checkpoint();
    let id = id.parse_next(input)?;
    if id == "altijd" {
        return Ok(Condition::Always);
    }
    if id.starts_with("F-") {
        if let Some(flag) = flag_named(id) {
            return Ok(Condition::Flag(flag));
        }
        input.reset(&start);
        return cut_err(fail).context(expected("een bestaande vlag, zoals F-VT")).parse_next(input);
    }
    if opt(keyword("ingevuld")).parse_next(input)?.is_some() {
        return Ok(Condition::Filled(id.to_owned()));
    }
    if opt(keyword("leeg")).parse_next(input)?.is_some() {
        return Ok(Condition::Empty(id.to_owned()));
    }
    match opt(compare).parse_next(input)? {
        None => Ok(Condition::Ticked(id.to_owned())),
        Some(Compare::Equal) => cut_err(equals).parse_next(input).map(|right| right.of(id)),
        Some(compare) => {
            let value = cut_err(number).parse_next(input)?;
            let question = id.to_owned();
            Ok(Condition::Number { question, compare, value })
        }
    }
}

/// The flag with this name, such as `F-VT`.
pub fn flag_named(name: &str) -> Option<Flag> {
    let name = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name);
    serde::Deserialize::deserialize(name).ok()
}

/// The right-hand side of `=`.
enum RightSide {
    Number(i64),
    Values(Vec<String>),
}

impl RightSide {
    fn of(self, id: &str) -> Condition {
        match self {
            RightSide::Values(values) if id == "dichtbij" => Condition::Nearby { values },
            RightSide::Values(values) => Condition::Is { question: id.to_owned(), values },
            RightSide::Number(value) => Condition::Number { question: id.to_owned(), compare: Compare::Equal, value },
        }
    }
}

fn equals(input: &mut Text<'_>) -> ModalResult<RightSide> {
    let values = separated(1.., bare_id, symbol("/"))
        .map(|values: Vec<&str>| RightSide::Values(values.into_iter().map(str::to_owned).collect()));
    alt((number.map(RightSide::Number), values))
        .context(expected("een antwoord, zoals “ja” of “maanden/jaren”"))
        .parse_next(input)
}

/// Words with a special meaning, which cannot be ids.
const RESERVED: [&str; 6] = ["niet", "en", "of", "in", "ingevuld", "leeg"];

fn id<'a>(input: &mut Text<'a>) -> ModalResult<&'a str> {
    bare_id.context(expected("een id, zoals “da2” of “q1 = ja”")).parse_next(input)
}

fn bare_id<'a>(input: &mut Text<'a>) -> ModalResult<&'a str> {
    terminated(word, multispace0).verify(|word: &str| !RESERVED.contains(&word)).parse_next(input)
}

fn keyword<'a>(wanted: &'static str) -> impl ModalParser<Text<'a>, (), ContextError> {
    terminated(word, multispace0).verify(move |word: &str| word == wanted).void()
}

fn symbol<'a>(wanted: &'static str) -> impl ModalParser<Text<'a>, (), ContextError> {
    terminated(literal(wanted), multispace0).void()
}

fn word<'a>(input: &mut Text<'a>) -> ModalResult<&'a str> {
    take_while(1.., is_word_char).parse_next(input)
}

fn word_char(input: &mut Text<'_>) -> ModalResult<()> {
    take_while(1, is_word_char).void().parse_next(input)
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '.' | '+' | '_')
}

#[cfg(test)]
mod tests;
