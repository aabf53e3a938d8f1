//! Rust source as far as this check needs it: functions and constants with the texts and words in them.

/// A function or a constant of the product; tests are left out.
pub struct Item {
    /// Its name.
    pub name: String,
    /// A constant, not a function.
    pub constant: bool,
    /// The string literals in it, unescaped, in order.
    pub texts: Vec<String>,
    /// The words of its code: names of what it calls and uses.
    pub words: Vec<String>,
}

#[derive(Clone, PartialEq, Debug)]
enum Token {
    Word(String),
    Text(String),
    Sign(char),
}

impl Token {
    fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(w) if w == word)
    }
}

/// Every function and constant of a file, in order.
pub fn items(source: &str) -> Vec<Item> {
    let tokens = tokens(source);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        if is_test(&tokens[at..]) {
            at = end(&tokens, at + 7);
            continue;
        }
        let constant = tokens[at].is("const") || tokens[at].is("static");
        let name = match tokens.get(at + 1) {
            Some(Token::Word(name)) if tokens[at].is("fn") || constant && name != "fn" => name.clone(),
            _ => {
                at += 1;
                continue;
            }
        };
        let until = if constant { semicolon(&tokens, at) } else { end(&tokens, at) };
        let mut item = Item { name, constant, texts: Vec::new(), words: Vec::new() };
        for token in &tokens[at..until] {
            match token {
                Token::Text(text) => item.texts.push(text.clone()),
                Token::Word(word) => item.words.push(word.clone()),
                Token::Sign(_) => {}
            }
        }
        found.push(item);
        at = until;
    }
    found
}

/// Whether `#[cfg(test)]` stands here: seven tokens.
fn is_test(tokens: &[Token]) -> bool {
    let shape = |n: usize, c: char| tokens.get(n) == Some(&Token::Sign(c));
    shape(0, '#')
        && shape(1, '[')
        && tokens.get(2).is_some_and(|t| t.is("cfg"))
        && tokens.get(4).is_some_and(|t| t.is("test"))
}

/// The end of a function or module: after its block, or after the semicolon where it has none.
fn end(tokens: &[Token], from: usize) -> usize {
    let mut depth = 0_usize;
    for (n, token) in tokens.iter().enumerate().skip(from) {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']') => depth -= 1,
            Token::Sign('}') if depth == 1 => return n + 1,
            Token::Sign('}') => depth -= 1,
            Token::Sign(';') if depth == 0 => return n + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// The end of a constant.
fn semicolon(tokens: &[Token], from: usize) -> usize {
    let mut depth = 0_i32;
    for (n, token) in tokens.iter().enumerate().skip(from) {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            Token::Sign(';') if depth == 0 => return n + 1,
            _ => {}
        }
    }
    tokens.len()
}

fn tokens(source: &str) -> Vec<Token> {
    let text: Vec<char> = source.chars().collect();
    let (mut out, mut at) = (Vec::new(), 0);
    let is = |n: usize, c: char| text.get(n) == Some(&c);
    while at < text.len() {
        let c = text[at];
        if c == '/' && is(at + 1, '/') {
            at += text[at..].iter().take_while(|c| **c != '\n').count();
        } else if c == '/' && is(at + 1, '*') {
            let rest: String = text[at..].iter().collect();
            at += rest.find("*/").map_or(rest.chars().count(), |n| rest[..n].chars().count() + 2);
        } else if c == '"' {
            let (written, next) = quoted(&text, at + 1);
            out.push(Token::Text(written));
            at = next;
        } else if c == '\'' {
            at += character(&text[at..]);
        } else if c.is_alphanumeric() || c == '_' {
            let word: String = text[at..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').collect();
            at += word.chars().count();
            let raw = word == "r" && (is(at, '"') || is(at, '#') && (is(at + 1, '"') || is(at + 1, '#')));
            if raw {
                let hashes = text[at..].iter().take_while(|c| **c == '#').count();
                let close: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                let rest: String = text[at + hashes + 1..].iter().collect();
                let written = rest.split(&close).next().unwrap_or_default().to_owned();
                at += hashes + 1 + written.chars().count() + close.len();
                out.push(Token::Text(written));
            } else {
                out.push(Token::Word(word));
            }
        } else {
            if !c.is_whitespace() {
                out.push(Token::Sign(c));
            }
            at += 1;
        }
    }
    out
}

/// How long a character is, or a lifetime, which has no second quote.
fn character(text: &[char]) -> usize {
    match text {
        ['\'', '\\', _, rest @ ..] => 4 + rest.iter().take_while(|c| **c != '\'').count(),
        ['\'', _, '\'', ..] => 3,
        _ => 1 + text.iter().skip(1).take_while(|c| c.is_alphanumeric() || **c == '_').count(),
    }
}

/// A string literal from after its first quote: what it says, and what follows it.
fn quoted(text: &[char], mut at: usize) -> (String, usize) {
    let mut said = String::new();
    while at < text.len() && text[at] != '"' {
        if text[at] == '\\' && text.get(at + 1) == Some(&'\n') {
            at += 2;
            at += text[at..].iter().take_while(|c| c.is_whitespace()).count();
        } else if text[at] == '\\' {
            said.push(text.get(at + 1).copied().unwrap_or_default());
            at += 2;
        } else {
            said.push(text[at]);
            at += 1;
        }
    }
    (said, at + 1)
}
