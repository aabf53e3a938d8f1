//! From words to cards: the index proposes, the slices decide.

use std::collections::{BTreeSet, HashMap};

use db::Conn;
use kernel::Result;
use web::{Card, Kind, Viewer};

use crate::{
    places::{Numbers, block_of, in_all},
    rules::Sought,
    store::{self, Readable, Seen},
};

/// The most hits shown of one search. Who sees so many writes a word more.
pub const HITS_MOST: usize = 100;
/// So many entries are asked of the slices at once, and at most of those that answer equally well.
const STRIDE: usize = HITS_MOST + 4;
const LOOKED_MOST: usize = 512;
/// So many rows of the index are read for all words that begin as asked.
const ROWS: usize = 3_072;
/// Who may look for so many entries at most has them looked through one by one.
const FEW: usize = 1_024;
/// So many blocks of entries are read first; then twice as many each time, up to the most.
const BLOCKS: (usize, usize) = (2, 16);

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The hits this viewer may see, best first.
    pub cards: Vec<Card>,
    /// Whether she could see more than these.
    pub more: bool,
    /// Whether so many words begin as asked that not all of them were looked at.
    pub broad: bool,
}

/// Finds what holds all of these words, by their beginning, another form or as part of a compound, as far as the viewer may
/// see it now.
///
/// What answers best is looked at first: what begins with the words, what holds them as they are spelt, what holds other
/// forms, what holds words that begin so. Only what the viewer may look for leads to a thing, and each is decided by one
/// call per kind. Nothing that is refused there leaves a trace in what comes back, not even in a count.
///
/// # Errors
/// When the database cannot be read.
pub fn find(conn: &Conn, viewer: &Viewer, kinds: &[&'static Kind], words: &[String]) -> Result<Found> {
    let sought = Sought::of(words);
    let mut hits = Hits::new(conn, viewer, kinds);
    if words.is_empty() || spelt(&mut hits, &sought)? {
        return hits.found(&sought, false);
    }
    let broad = begun(&mut hits, &sought)?;
    hits.found(&sought, broad)
}

/// Looks for the words as they are spelt and for their forms; whether that is enough.
fn spelt(hits: &mut Hits<'_>, sought: &Sought) -> Result<bool> {
    let newest = block_of(store::find_last_number(hits.conn)?);
    let blocks: Vec<i64> = (0..=newest).rev().collect();
    let mut exact = Exact::of(hits.conn, sought);
    for (far, near) in [Near::Head, Near::Word, Near::Form].into_iter().enumerate() {
        if hits.take(far, &blocks, &mut |some| exact.holding(near, some), None)? == Ended::Enough {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How near a thing is to what was asked.
#[derive(Clone, Copy)]
enum Near {
    /// It begins with the words.
    Head,
    /// It holds them as they are spelt.
    Word,
    /// It holds them in another form.
    Form,
}

/// What holds the words themselves or their forms. Blocks are read when they are asked for: the newest ones mostly hold
/// enough, however many there are.
struct Exact<'a> {
    conn: &'a Conn,
    heads: Vec<String>,
    /// The forms of each word, itself first.
    forms: Vec<Vec<String>>,
    known: HashMap<String, Numbers>,
    read: BTreeSet<i64>,
}

impl<'a> Exact<'a> {
    fn of(conn: &'a Conn, sought: &Sought) -> Self {
        let each = 0..sought.count();
        Self {
            conn,
            heads: each.clone().map(|n| sought.head(n)).collect(),
            forms: each.map(|n| sought.beginnings(n)).collect(),
            known: HashMap::new(),
            read: BTreeSet::new(),
        }
    }

    /// What is so near to all of the words, in these blocks at least.
    fn holding(&mut self, near: Near, blocks: &[i64]) -> Result<Numbers> {
        let unread: Vec<i64> = blocks.iter().copied().filter(|block| self.read.insert(*block)).collect();
        if !unread.is_empty() {
            let words = self.forms.iter().flatten().chain(&self.heads).cloned().collect();
            for (word, numbers) in store::list_exact(self.conn, words, Some(&unread))? {
                self.known.entry(word).or_default().join(&numbers);
            }
        }
        let any = |words: &[String]| {
            let mut all = Numbers::default();
            words.iter().filter_map(|word| self.known.get(word)).for_each(|numbers| all.join(numbers));
            all
        };
        let sets: Vec<Numbers> = match near {
            Near::Head => self.heads.iter().map(|head| any(std::slice::from_ref(head))).collect(),
            Near::Word => self.forms.iter().map(|forms| any(&forms[..forms.len().min(1)])).collect(),
            Near::Form => self.forms.iter().map(|forms| any(forms)).collect(),
        };
        Ok(in_all(sets.iter()))
    }
}

/// Looks for words that begin as asked; whether there are so many that some were not looked at.
fn begun(hits: &mut Hits<'_>, sought: &Sought) -> Result<bool> {
    const FAR: usize = 3;
    let beginnings: Vec<Vec<String>> = (0..sought.count()).map(|n| sought.beginnings(n)).collect();
    let all = beginnings.concat();
    let mut read = store::list_begun(hits.conn, &all, ROWS / all.len().max(1))?.into_iter();
    let each: Vec<(Numbers, bool)> = beginnings
        .iter()
        .map(|own| {
            read.by_ref().take(own.len()).fold((Numbers::default(), false), |(mut all, cut), (some, more)| {
                all.join(&some);
                (all, cut || more)
            })
        })
        .collect();
    if hits.take_all(FAR, &in_all(each.iter().map(|(numbers, _)| numbers)), None)? == Ended::Enough {
        return Ok(false);
    }
    let cut: Vec<usize> = each.iter().enumerate().filter(|(_, (_, cut))| *cut).map(|(n, _)| n).collect();
    if cut.is_empty() {
        return Ok(false);
    }
    // Of some words not every row was read: what holds the others is asked itself whether it holds those.
    let holds = |entry: &str| cut.iter().all(|n| sought.stands_in(*n, entry));
    let mut whole = each.iter().filter(|(_, cut)| !cut).map(|(numbers, _)| numbers).peekable();
    if whole.peek().is_some() {
        return Ok(hits.take_all(FAR, &in_all(whole), Some(&holds))? == Ended::Early);
    }
    let readable = store::list_readable(hits.conn, &hits.viewer.actor, None)?;
    match readable.all_but(&hits.looked, FEW as u64) {
        Some(few) => Ok(hits.take_all(FAR, &few, Some(&holds))? == Ended::Early),
        None => Ok(true),
    }
}

/// How looking at some entries ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ended {
    /// As many were found as are shown.
    Enough,
    /// All were looked at.
    Whole,
    /// So many were refused that the others were not looked at.
    Early,
}

/// What was found so far.
struct Hits<'a> {
    conn: &'a Conn,
    viewer: &'a Viewer,
    kinds: &'a [&'static Kind],
    /// How far from what was asked, the place of its kind, and the card.
    cards: Vec<(usize, usize, Card)>,
    /// What the slices are to be asked about, together: how far, and which entry.
    waiting: Vec<(usize, Seen)>,
    /// What was looked at.
    looked: Numbers,
    /// What she may look for in these blocks.
    readable: Readable,
    blocks: BTreeSet<i64>,
}

impl<'a> Hits<'a> {
    fn new(conn: &'a Conn, viewer: &'a Viewer, kinds: &'a [&'static Kind]) -> Self {
        Self {
            conn,
            viewer,
            kinds,
            cards: Vec::new(),
            waiting: Vec::new(),
            looked: Numbers::default(),
            readable: Readable::default(),
            blocks: BTreeSet::new(),
        }
    }

    /// Looks at all of these entries, which answer equally well.
    fn take_all(&mut self, far: usize, numbers: &Numbers, only: Option<&dyn Fn(&str) -> bool>) -> Result<Ended> {
        self.take(far, &numbers.blocks(), &mut |_| Ok(numbers.clone()), only)
    }

    /// Looks at entries that answer equally well, the newest first; with a condition at those that fulfil it. `of` gives
    /// those in some blocks.
    fn take(
        &mut self,
        far: usize,
        blocks: &[i64],
        of: &mut dyn FnMut(&[i64]) -> Result<Numbers>,
        only: Option<&dyn Fn(&str) -> bool>,
    ) -> Result<Ended> {
        let most = if only.is_some() { FEW } else { LOOKED_MOST };
        let mut all = Numbers::default();
        let (mut count, mut rest, mut length) = (0, blocks, BLOCKS.0);
        while !rest.is_empty() {
            let (some, others) = rest.split_at(length.min(rest.len()));
            (rest, length) = (others, (2 * length).min(BLOCKS.1));
            let numbers = of(some)?.without(&self.looked);
            let some: Vec<i64> = numbers.blocks().into_iter().filter(|block| some.contains(block)).collect();
            // One more than may be looked at tells that there are more.
            for stride in self.seen(&numbers, &some, most.saturating_sub(count) + 1)?.chunks(STRIDE) {
                if count >= most {
                    return Ok(Ended::Early);
                }
                count += stride.len();
                stride.iter().for_each(|one| self.looked.put(one.number()));
                match only {
                    None => self.waiting.extend(stride.iter().map(|one| (far, *one))),
                    Some(holds) => {
                        let candidates = store::list_candidates(self.conn, stride, true)?;
                        let kept = candidates.iter().filter(|one| holds(&one.words)).map(|one| (far, one.seen));
                        self.waiting.extend(kept);
                    }
                }
                if self.cards.len() + self.waiting.len() > HITS_MOST {
                    self.ask()?;
                    if self.cards.len() > HITS_MOST {
                        return Ok(Ended::Enough);
                    }
                }
            }
            all.join(&numbers);
        }
        self.looked.join(&all);
        Ok(Ended::Whole)
    }

    /// Those of some numbers she may look for; each block is asked about once.
    fn seen(&mut self, numbers: &Numbers, blocks: &[i64], most: usize) -> Result<Vec<Seen>> {
        let unknown: Vec<i64> = blocks.iter().copied().filter(|block| self.blocks.insert(*block)).collect();
        if !unknown.is_empty() {
            self.readable.join(&store::list_readable(self.conn, &self.viewer.actor, Some(&unknown))?);
        }
        Ok(self.readable.among(numbers, blocks, most))
    }

    /// Asks the slices about what waits: one call per kind.
    fn ask(&mut self) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        for some in waiting.chunks(STRIDE) {
            let seen: Vec<Seen> = some.iter().map(|(_, one)| *one).collect();
            let far: HashMap<i64, usize> = some.iter().map(|(far, one)| (one.number(), *far)).collect();
            let candidates = store::list_candidates(self.conn, &seen, false)?;
            for (place, kind) in self.kinds.iter().enumerate() {
                let own = candidates.iter().filter(|one| one.kind == kind.name);
                let ids: Vec<i64> = own.clone().map(|one| one.subject).collect();
                if ids.is_empty() {
                    continue;
                }
                let far: HashMap<i64, usize> =
                    own.filter_map(|one| Some((one.subject, *far.get(&one.seen.number())?))).collect();
                let cards = (kind.cards)(self.conn, self.viewer, &ids)?.into_iter();
                self.cards.extend(cards.filter_map(|card| Some((*far.get(&card.id)?, place, card))));
            }
            if self.cards.len() > HITS_MOST {
                break;
            }
        }
        Ok(())
    }

    fn found(mut self, sought: &Sought, broad: bool) -> Result<Found> {
        self.ask()?;
        let more = self.cards.len() > HITS_MOST;
        self.cards.sort_by_cached_key(|(far, place, card)| {
            (std::cmp::Reverse(sought.worth(&card.title)), *far, *place, i18n::fold(&card.title), card.id)
        });
        self.cards.truncate(HITS_MOST);
        Ok(Found { cards: self.cards.into_iter().map(|(.., card)| card).collect(), more, broad })
    }
}
