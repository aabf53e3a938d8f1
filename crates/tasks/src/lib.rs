//! Who does what until when, with the thing it came from.
//!
//! A task belongs to a body and is done by a person, a post or a body. Whoever holds a post that day has its tasks, so
//! they pass with a handover; a body's tasks are for those who lead it. Those who lead a body give and change its
//! tasks, whoever is in charge marks them as done. Other slices leave tasks by [`make`], each for its cause once.

mod actions;
mod export;
mod kinds;
mod letters;
mod model;
mod own;
mod pages;
mod passages;
mod passing;
pub mod paths;
mod reads;
pub mod rules;
mod slice;
mod store;
mod told;
mod words;

pub use actions::{change_task, done, drop_task, give_task, make, reopen, settle, take_up, withdraw};
pub use model::{NewTask, Owner, Source, State, Task, TaskEdit};
pub use reads::{Due, choices, due_soon, known, mine, open_tasks};
pub use slice::slice;
pub use store::letters::list_leaders;
