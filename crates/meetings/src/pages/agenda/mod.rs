//! P22: the agenda.

pub mod file;
pub mod item;
pub mod papers;
pub mod proposal;
pub mod show;

use crate::{
    Item,
    rules::{Hearing, hears},
};

/// The items a reader hears, each with its number in the whole agenda.
#[must_use]
pub fn heard(items: &[Item], who: Hearing) -> Vec<(usize, &Item)> {
    (1..).zip(items).filter(|(_, it)| hears(who, it.openness)).collect()
}
