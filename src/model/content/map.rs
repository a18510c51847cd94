//! Conversion of content from the editor's form to the packed form: the same shapes with another type of condition.

use super::{
    AnswerPiece, Choice, FixedSentence, Flow, ForSomeoneElseCard, Gate, GateRow, GentleQuestion, LifeArea,
    NamedCondition, Offer, OnePageSheet, Otherwise, Question, RowShape, Safety, Screen, SheetBlock, SheetPiece, Sheets,
    StartRule, SummarySheet, TableShape, Variant, YoungCard,
};
use super::{FlagRule, FlagScreen};

/// Converts every condition in a shape to another type.
pub trait MapConditions<C, D> {
    type Mapped;

    /// Calls `turn` on every condition, in the order of the file.
    fn map_conditions(self, turn: &mut dyn FnMut(C) -> D) -> Self::Mapped;
}

impl<C, D, T: MapConditions<C, D>> MapConditions<C, D> for Vec<T> {
    type Mapped = Vec<T::Mapped>;

    fn map_conditions(self, turn: &mut dyn FnMut(C) -> D) -> Self::Mapped {
        self.into_iter().map(|item| item.map_conditions(turn)).collect()
    }
}

impl<C, D, T: MapConditions<C, D>> MapConditions<C, D> for Option<T> {
    type Mapped = Option<T::Mapped>;

    fn map_conditions(self, turn: &mut dyn FnMut(C) -> D) -> Self::Mapped {
        self.map(|item| item.map_conditions(turn))
    }
}

/// One impl per shape: converts the fields with conditions, moves the others.
macro_rules! map_conditions {
    ($($shape:ident { conditions: [$($condition:ident),*], optional: [$($optional:ident),*],
        nested: [$($nested:ident),*], plain: [$($plain:ident),*] })*) => {$(
        impl<C, D> MapConditions<C, D> for $shape<C> {
            type Mapped = $shape<D>;

            fn map_conditions(self, turn: &mut dyn FnMut(C) -> D) -> $shape<D> {
                $shape {
                    $($condition: turn(self.$condition),)*
                    $($optional: self.$optional.map(&mut *turn),)*
                    $($nested: self.$nested.map_conditions(turn),)*
                    $($plain: self.$plain,)*
                }
            }
        }
    )*};
}

map_conditions! {
    Choice {
        conditions: [], optional: [shown], nested: [],
        plain: [id, text, young, explain, paper, class, raises, icon]
    }
    Question {
        conditions: [], optional: [shown], nested: [options],
        plain: [id, text, young, help, kind, class, past, options_from, own, unit, limits, paper, emptied_by, weighs]
    }
    LifeArea {
        conditions: [], optional: [], nested: [situations, follow_ups, strengths, outcomes, nearby],
        plain: [
            id, name, inline, young_name, icon, opening, young_opening, goals, always_open,
            never_on_paper, only_shared, without_more, follow_ups_elsewhere, first_here, nearby_advice, helpers,
            examples
        ]
    }
    Screen {
        conditions: [], optional: [shown], nested: [],
        plain: [id, step, title, help, block, page, asks, way, per_area, examples]
    }
    ForSomeoneElseCard { conditions: [when], optional: [], nested: [], plain: [text, contact, also] }
    YoungCard { conditions: [when, unsafe_when], optional: [], nested: [], plain: [contacts, text, unsafe_text] }
    Flow { conditions: [], optional: [], nested: [screens, questions, shared, other_cards, young_card], plain: [roles, elsewhere] }
    NamedCondition { conditions: [when], optional: [], nested: [], plain: [name] }
    FlagRule { conditions: [when], optional: [], nested: [], plain: [id, raises] }
    GateRow { conditions: [when], optional: [], nested: [], plain: [id, opens_with_professional] }
    Gate { conditions: [professional], optional: [], nested: [rows], plain: [] }
    Variant { conditions: [when], optional: [], nested: [], plain: [heading, text, contacts, below] }
    FlagScreen {
        conditions: [], optional: [], nested: [variants],
        plain: [flag, heading, text, contacts, does, asks, closes, back, back_to, paper]
    }
    GentleQuestion { conditions: [], optional: [shown], nested: [], plain: [list, words, question, above, flag] }
    StartRule { conditions: [when], optional: [], nested: [], plain: [id, area, reason] }
    Safety { conditions: [], optional: [], nested: [named, rules, gate, flags, soft, start_rules], plain: [] }
    Otherwise { conditions: [when], optional: [], nested: [], plain: [text] }
    Offer { conditions: [when], optional: [], nested: [otherwise], plain: [sheet] }
    SheetBlock {
        conditions: [], optional: [], nested: [pieces, table],
        plain: [number, heading, lines, new_lines, pen_when_empty, optional]
    }
    TableShape { conditions: [], optional: [], nested: [rows], plain: [columns] }
    RowShape { conditions: [], optional: [], nested: [cells], plain: [heading, lines] }
    OnePageSheet { conditions: [], optional: [], nested: [blocks], plain: [label_width, cell_width] }
    SummarySheet {
        conditions: [], optional: [], nested: [blocks],
        plain: [width, first_width, empty, see_page_2, pen, pen_short, page_2]
    }
    AnswerPiece {
        conditions: [], optional: [when], nested: [],
        plain: [question, text, options, most, per_area, stays, bare, empty]
    }
    FixedSentence { conditions: [], optional: [when], nested: [], plain: [text, new_line] }
    Sheets { conditions: [], optional: [], nested: [offers, v1, v3, v4], plain: [months, weekdays] }
}

impl<C, D> MapConditions<C, D> for SheetPiece<C> {
    type Mapped = SheetPiece<D>;

    fn map_conditions(self, turn: &mut dyn FnMut(C) -> D) -> SheetPiece<D> {
        match self {
            SheetPiece::Answer(answer) => SheetPiece::Answer(answer.map_conditions(turn)),
            SheetPiece::Say(say) => SheetPiece::Say(say.map_conditions(turn)),
            SheetPiece::Rest(rest) => SheetPiece::Rest(rest),
        }
    }
}
