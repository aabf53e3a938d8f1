//! Where boxes stand: columns by how far a body is from whoever begins, in an order in which arrows cross little.
use super::Ways;

/// More columns than this are not drawn: what would stand further right stands in the last.
const COLUMNS: usize = 8;
/// How often the order is improved from left to right and back.
const SWEEPS: usize = 3;

/// What stands at a place of a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slot {
    /// The box of a body.
    Place(usize),
    /// Room for an arrow that passes.
    Bend,
}

/// Columns, and the pieces arrows are made of.
pub struct Layout {
    /// Every slot.
    pub slots: Vec<Slot>,
    /// The numbers of slots, column by column, from top to bottom.
    pub columns: Vec<Vec<usize>>,
    /// For each link that is drawn: its number among [`Ways::known`], and the slots it passes from its beginning to its end.
    pub routes: Vec<Vec<usize>>,
}

/// The column of each body: one more than the furthest of those that lead to it. An arrow that would close a circle leads to
/// no column.
fn columns(ways: &Ways) -> Vec<usize> {
    let all = ways.places.len();
    let mut onward = vec![Vec::new(); all];
    for link in ways.known() {
        if let Some(out) = onward.get_mut(link.from) {
            out.push(link.to);
        }
    }
    let forward = forward(&onward);
    let mut column = vec![0_usize; all];
    // Each round settles one column more.
    for _ in 0..COLUMNS {
        let mut moved = false;
        for (from, to) in &forward {
            let next = column.get(*from).map_or(0, |c| c + 1).min(COLUMNS - 1);
            if let Some(now) = column.get_mut(*to).filter(|now| **now < next) {
                *now = next;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    column
}

/// The arrows that close no circle, found by walking along them.
fn forward(onward: &[Vec<usize>]) -> Vec<(usize, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        OnWay,
        Done,
    }
    let mut seen = vec![Seen::No; onward.len()];
    let mut found = Vec::new();
    for start in 0..onward.len() {
        let mut way: Vec<(usize, usize)> = vec![(start, 0)];
        if seen.get(start) != Some(&Seen::No) {
            continue;
        }
        while let Some((at, next)) = way.last_mut() {
            let (here, out) = (*at, onward.get(*at).map_or(&[][..], Vec::as_slice));
            if let Some(state) = seen.get_mut(here) {
                *state = Seen::OnWay;
            }
            let Some(to) = out.get(*next).copied() else {
                if let Some(state) = seen.get_mut(here) {
                    *state = Seen::Done;
                }
                way.pop();
                continue;
            };
            *next += 1;
            match seen.get(to) {
                Some(Seen::OnWay) | None => {}
                Some(Seen::Done) => found.push((here, to)),
                Some(Seen::No) => {
                    found.push((here, to));
                    way.push((to, 0));
                }
            }
        }
    }
    found
}

/// Finds the places.
pub fn lay_out(ways: &Ways) -> Layout {
    let column = columns(ways);
    let most = column.iter().copied().max().map_or(0, |c| c + 1);
    let mut layout = Layout { slots: Vec::new(), columns: vec![Vec::new(); most], routes: Vec::new() };
    let of = |at: usize| column.get(at).copied().unwrap_or_default();
    for at in 0..ways.places.len() {
        layout.add(of(at), Slot::Place(at));
    }
    for link in ways.known() {
        let mut route = vec![link.from];
        for between in of(link.from) + 1..of(link.to) {
            let bend = layout.add(between, Slot::Bend);
            route.push(bend);
        }
        route.push(link.to);
        layout.routes.push(route);
    }
    for _ in 0..SWEEPS {
        layout.sweep(true);
        layout.sweep(false);
    }
    layout.sweep(true);
    layout
}

impl Layout {
    fn add(&mut self, column: usize, slot: Slot) -> usize {
        let number = self.slots.len();
        self.slots.push(slot);
        if let Some(slots) = self.columns.get_mut(column) {
            slots.push(number);
        }
        number
    }

    /// For each slot those it is joined with on one side.
    pub fn joined(&self, before: bool) -> Vec<Vec<usize>> {
        let mut joined = vec![Vec::new(); self.slots.len()];
        for pair in self.routes.iter().flat_map(|route| route.windows(2)) {
            let [a, b] = *pair else { continue };
            let (of, with) = if before { (b, a) } else { (a, b) };
            if let Some(list) = joined.get_mut(of) {
                list.push(with);
            }
        }
        joined
    }

    /// Orders each column by where those it is joined with stand.
    fn sweep(&mut self, from_left: bool) {
        let joined = self.joined(from_left);
        let mut at = vec![0.0_f64; self.slots.len()];
        let mut order: Vec<usize> = (0..self.columns.len()).collect();
        if !from_left {
            order.reverse();
        }
        for column in order {
            let Some(slots) = self.columns.get_mut(column) else { continue };
            let middle = |slot: usize, own: f64| {
                let with = joined.get(slot).map_or(&[][..], Vec::as_slice);
                let sum: f64 = with.iter().filter_map(|s| at.get(*s)).sum();
                if with.is_empty() { own } else { sum / crate::svg::count(with.len()) }
            };
            let mut keyed: Vec<(f64, usize)> =
                slots.iter().enumerate().map(|(n, slot)| (middle(*slot, crate::svg::count(n)), *slot)).collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            *slots = keyed.into_iter().map(|(_, slot)| slot).collect();
            for (n, slot) in slots.iter().enumerate() {
                if let Some(place) = at.get_mut(*slot) {
                    *place = crate::svg::count(n);
                }
            }
        }
    }
}
