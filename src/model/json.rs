//! A JSON reader and writer for `saved`: values are read piece by piece into their target, and written piece by piece.
//!
//! Like `packed`, it notes an error once and reports it at the end. Only whole numbers. Not `serde_json`, which adds a
//! parser for fractions, error messages for people, and code for each type: more than all of `saved`.

use super::words;

/// The rest of the input, and whether everything so far was valid.
pub struct Reader<'a> {
    left: &'a str,
    failed: bool,
    depth: u8,
}

/// Maximum nesting of lists and objects.
const DEEPEST: u8 = 60;

impl<'a> Reader<'a> {
    /// Starts reading at the beginning of a text.
    pub fn new(text: &'a str) -> Reader<'a> {
        Reader { left: text, failed: false, depth: 0 }
    }

    /// Whether everything was read and all of it was valid.
    pub fn is_done(&mut self) -> bool {
        self.peek() == 0 && !self.failed
    }

    /// Notes an error; discards the rest of the input.
    pub fn fail(&mut self) {
        self.left = "";
        self.failed = true;
    }

    /// The next byte that is not white space; 0 at the end.
    fn peek(&mut self) -> u8 {
        self.left = self.left.trim_ascii_start();
        self.left.bytes().next().unwrap_or(0)
    }

    /// Consumes a token, if it comes next.
    fn has(&mut self, mark: &str) -> bool {
        self.peek();
        let left = self.left.strip_prefix(mark);
        self.left = left.unwrap_or(self.left);
        left.is_some()
    }

    fn demand(&mut self, mark: &str) {
        if !self.has(mark) {
            self.fail();
        }
    }

    /// Whether the next value is a string.
    pub fn is_text(&mut self) -> bool {
        self.peek() == b'"'
    }

    /// Reads an object key by key; `field` reads or skips the value.
    pub fn object(&mut self, field: &mut dyn FnMut(&mut Reader, &str)) {
        self.items("{", "}", &mut |reader| {
            let key = reader.text();
            reader.demand(":");
            field(reader, &key);
        });
    }

    /// Reads a list; `item` reads one value.
    pub fn list(&mut self, item: &mut dyn FnMut(&mut Reader)) {
        self.items("[", "]", item);
    }

    /// Reads a list of at most `most` items; a longer one is invalid.
    pub fn short_list(&mut self, most: usize, item: &mut dyn FnMut(&mut Reader)) {
        let mut count = 0;
        self.list(&mut |reader| {
            count += 1;
            if count > most { reader.fail() } else { item(reader) }
        });
    }

    fn items(&mut self, open: &str, close: &str, item: &mut dyn FnMut(&mut Reader)) {
        self.demand(open);
        self.depth += 1;
        if self.depth > DEEPEST {
            self.fail();
        }
        let mut goes_on = !self.has(close);
        while goes_on && !self.failed {
            item(self);
            goes_on = self.has(",");
            if !goes_on {
                self.demand(close);
            }
        }
        self.depth -= 1;
    }

    /// Reads a string.
    pub fn text(&mut self) -> String {
        self.demand("\"");
        let mut text = String::new();
        loop {
            let plain = self.left.find(|letter| matches!(letter, '"' | '\\' | '\0'..='\x1f')).unwrap_or(0);
            let (before, rest) = self.left.split_at_checked(plain).unwrap_or((self.left, ""));
            text.push_str(before);
            self.left = rest;
            if let Some(left) = rest.strip_prefix('"') {
                self.left = left;
                return text;
            }
            let Some(letter) = self.escaped() else {
                self.fail();
                return text;
            };
            text.push(letter);
        }
    }

    /// Reads an escape sequence that starts with `\`.
    fn escaped(&mut self) -> Option<char> {
        let mut letters = self.left.strip_prefix('\\')?.chars();
        let letter = letters.next()?;
        self.left = letters.as_str();
        Some(match letter {
            '"' | '\\' | '/' => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = self.four_digits()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first);
                }
                self.left = self.left.strip_prefix("\\u")?;
                let second = self.four_digits()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second);
            }
            _ => return None,
        })
    }

    fn four_digits(&mut self) -> Option<u32> {
        let (digits, left) = self.left.split_at_checked(4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.left = left;
        u32::from_str_radix(digits, 16).ok()
    }

    /// Reads a whole number.
    pub fn number<T: TryFrom<i64> + Default>(&mut self) -> T {
        words::number(self.word()).unwrap_or_else(|| {
            self.fail();
            T::default()
        })
    }

    /// Reads `true` or `false`.
    pub fn truth(&mut self) -> bool {
        let word = self.word();
        if word != "true" && word != "false" {
            self.fail();
        }
        word == "true"
    }

    /// Whether the next value is `null`; consumes it.
    pub fn is_null(&mut self) -> bool {
        self.has("null")
    }

    /// Reads up to the next token: a number or a keyword.
    fn word(&mut self) -> &'a str {
        self.peek();
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '+' | '.');
        let end = self.left.find(|letter| !is_part(letter)).unwrap_or(self.left.len());
        let (word, left) = self.left.split_at_checked(end).unwrap_or((self.left, ""));
        self.left = left;
        word
    }

    /// Skips the value of an unknown key.
    pub fn skip(&mut self) {
        match self.peek() {
            b'{' => self.object(&mut |reader, _| reader.skip()),
            b'[' => self.list(&mut |reader| reader.skip()),
            b'"' => drop(self.text()),
            _ => {
                if self.word().is_empty() {
                    self.fail();
                }
            }
        }
    }
}

/// A JSON writer. Adds commas by itself.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// The JSON text.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Adds a comma after a value. A value never ends in `{`, `[` or `:`, so the last byte tells.
    fn begin(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['{', '[', ':']) {
            self.text.push(',');
        }
    }

    /// Writes an object; `inside` writes its keys and values.
    pub fn object(&mut self, inside: &mut dyn FnMut(&mut Writer)) {
        self.items('{', '}', inside);
    }

    /// Writes a list; `inside` writes its values.
    pub fn list(&mut self, inside: &mut dyn FnMut(&mut Writer)) {
        self.items('[', ']', inside);
    }

    fn items(&mut self, open: char, close: char, inside: &mut dyn FnMut(&mut Writer)) {
        self.begin();
        self.text.push(open);
        inside(self);
        self.text.push(close);
    }

    /// Writes the key of the next value.
    pub fn key(&mut self, key: &str) -> &mut Writer {
        self.text(key);
        self.text.push(':');
        self
    }

    pub fn text(&mut self, text: &str) {
        self.begin();
        self.text.push('"');
        let mut rest = text;
        // Copies whole stretches at once: a plan is a lot of text, and it is written on every keystroke.
        while let Some(place) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | ..=0x1f)) {
            let (plain, marked) = rest.split_at_checked(place).unwrap_or((rest, ""));
            self.text.push_str(plain);
            let (mark, after) = marked.split_at_checked(1).unwrap_or((marked, ""));
            self.escape(mark);
            rest = after;
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    /// Escapes a character that a string cannot contain as it is.
    fn escape(&mut self, mark: &str) {
        match mark {
            "\n" => self.text.push_str("\\n"),
            "\r" => self.text.push_str("\\r"),
            "\t" => self.text.push_str("\\t"),
            "\"" | "\\" => {
                self.text.push('\\');
                self.text.push_str(mark);
            }
            _ => {
                let value = mark.bytes().next().map_or(0, u32::from);
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                self.text.push_str("\\u00");
                self.text.push(digit(value >> 4));
                self.text.push(digit(value & 15));
            }
        }
    }

    pub fn number(&mut self, number: i64) {
        self.word(&number.to_string());
    }

    pub fn truth(&mut self, truth: bool) {
        self.word(if truth { "true" } else { "false" });
    }

    pub fn null(&mut self) {
        self.word("null");
    }

    fn word(&mut self, word: &str) {
        self.begin();
        self.text.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(json: &str) -> Option<String> {
        let mut reader = Reader::new(json);
        let text = reader.text();
        reader.is_done().then_some(text)
    }

    fn is_json(json: &str) -> bool {
        let mut reader = Reader::new(json);
        reader.skip();
        reader.is_done()
    }

    #[test]
    fn every_text_reads_back_and_other_readers_agree() {
        for text in ["", "a", "“é” 👩\u{200d}👧", "\"\\/\n\r\t\u{0}\u{1f}\u{7f}\u{2028}", "{[:,"] {
            let mut writer = Writer::default();
            writer.list(&mut |writer| {
                writer.text(text);
                writer.text(text);
            });
            let json = writer.into_text();
            assert_eq!(serde_json::from_str::<Vec<String>>(&json).expect("JSON"), [text, text]);
            let other = serde_json::to_string(text).expect("a text");
            assert_eq!(text_of(&other).as_deref(), Some(text));
        }
        assert_eq!(text_of(r#" "\u00e9\ud83d\udc69\/\b\f" "#).as_deref(), Some("é👩/\u{8}\u{c}"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for wrong in
            ["", "\"", "\"a", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\ud83d\"", "\"\\ud83d\\u0041\"", "\"\n\"", "\"a\"b"]
        {
            assert_eq!(text_of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn unknown_values_are_passed_over_and_halves_are_refused() {
        let whole = r#"{"a":[1,-2.5e3,true,null,{"b":"]}"}],"c":{} , "d":[]}"#;
        assert!(is_json(whole));
        for cut in 0..whole.len() {
            assert!(!is_json(&whole[..cut]), "{}", &whole[..cut]);
        }
        for wrong in ["{", "[1,]", "{\"a\"}", "{,}", "[1 2]", "{\"a\":}", "{a:1}", "[}"] {
            assert!(!is_json(wrong), "{wrong}");
        }
        assert!(!is_json(&"[".repeat(100_000)));
    }

    #[test]
    fn numbers_are_whole_and_fit() {
        let number = |json: &str| {
            let mut reader = Reader::new(json);
            let number: u32 = reader.number();
            reader.is_done().then_some(number)
        };
        assert_eq!(number(" 7 "), Some(7));
        for wrong in ["-1", "7.0", "7e2", "\"7\"", "4294967296", "true", ""] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }
}
