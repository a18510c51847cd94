//! Sentences and words, as a reader counts them.

/// The sentences of a text. Placeholders (`{area}`) count as one word; a middle dot and a line break end a sentence
/// too.
pub fn sentences(text: &str) -> Vec<String> {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        filled.push('x');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    filled.push_str(rest);
    let mut sentences = vec![String::new()];
    let letters: Vec<char> = filled.chars().collect();
    for (index, letter) in letters.iter().enumerate() {
        let next = letters.get(index + 1);
        let ends = matches!(letter, '.' | '!' | '?')
            && next.is_none_or(|next| next.is_whitespace() || "”’\")".contains(*next));
        if !matches!(letter, '·' | '\n' | '|')
            && let Some(last) = sentences.last_mut()
        {
            last.push(*letter);
        }
        if ends || matches!(letter, '·' | '\n' | '|') {
            sentences.push(String::new());
        }
    }
    let trimmed =
        sentences.iter().map(|sentence| sentence.trim_matches(|letter: char| letter.is_whitespace() || letter == '”'));
    trimmed.filter(|sentence| sentence.chars().any(char::is_alphanumeric)).map(str::to_owned).collect()
}

/// The words of a sentence in lower case, without surrounding punctuation.
pub fn words(sentence: &str) -> Vec<String> {
    let words = sentence.split(|letter: char| letter.is_whitespace() || "/–—".contains(letter));
    words
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// The length of a sentence in words: a number in groups (“0800 2000”) is one word.
pub fn length(sentence: &str) -> usize {
    let words = words(sentence);
    let is_number = |word: &String| word.chars().all(|letter| letter.is_ascii_digit());
    let groups = words.windows(2).filter(|pair| is_number(&pair[0]) && is_number(&pair[1]));
    words.len() - groups.count()
}

/// The number of commas that separate more than single words: a comma before a group of at most three words does not
/// count.
pub fn commas(sentence: &str) -> usize {
    let parts: Vec<&str> = sentence.split(", ").collect();
    let is_loose = |part: &&&str| {
        let words = words(part);
        let joins = words.iter().position(|word| word == "of" || word == "en");
        joins.filter(|at| *at > 0).unwrap_or(words.len()) <= 3
    };
    let after = &parts[1..];
    after.len() - if parts.len() > 2 { after.iter().filter(is_loose).count() } else { 0 }
}

/// Whether the words of `wanted` occur in a row.
pub fn holds(words: &[String], wanted: &str) -> bool {
    let wanted: Vec<&str> = wanted.split(' ').collect();
    words.windows(wanted.len()).any(|window| window == wanted)
}
