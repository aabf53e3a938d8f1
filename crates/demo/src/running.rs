//! What runs today: a hybrid sitting of the committee, with who is there, who wants to speak and a vote that is open.

use db::Tx;
use decisions::{Casting, Choice, NewVote};
use kernel::{Actor, Day, Id, Level, Result};
use meetings::{Meeting, Presence};

use crate::{
    facts::{at, missing},
    guarded::own,
    world::World,
};

/// How long the vote is open: seconds.
const OPEN: i64 = 30 * 60;

/// The sitting has been opened, its second item is on; all but Mira have entered themselves, two ask for the floor.
pub fn today(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let (by, body) = (w.keeper("rag-aachen")?, w.body("gma")?);
    let day = Day::literal(crate::TODAY);
    let all = meetings::list_of_bodies(tx, &by, &[body], (day.at(0, 0), day.next().at(0, 0)), 1)?;
    let id = all.first().ok_or_else(|| missing("meeting", "gma"))?.id;
    at("sitting", meetings::open_sitting(tx, &by, id, true))?;
    let there = enter(w, tx, id)?;
    for (place, was) in [(0, None), (1, Some(0))] {
        let item = meetings::list_items(tx, id)?.get(place).map(|item| item.id);
        let runs = meetings::list_runs(tx, id)?;
        let was = was.and_then(|n: usize| runs.get(n)).map(|run| run.id);
        at("item", meetings::call_item(tx, &by, id, item, was))?;
    }
    for who in there.iter().skip(1).take(3) {
        at("speaker", meetings::raise_hand(tx, who, id, true))?;
    }
    at("speaker", meetings::next_speaker(tx, &by, id, None))?;
    let new = NewVote {
        text: "Der Ausschuss empfiehlt dem Lenkungskreis die vorgelegten Kriterien zur Gleichstellung.".to_owned(),
        closes_at: Some(tx.now().plus_seconds(OPEN)),
        ..NewVote::motion("Empfehlen wir dem Lenkungskreis diese Kriterien?", Level::Network)
    };
    let vote = at(&new.title, decisions::prepare(tx, &by, body, &new))?;
    at(&new.title, decisions::announce(tx, &by, vote, &w.base))?;
    for (who, choice) in there.iter().zip([Choice::Yes, Choice::Yes, Choice::No]) {
        for unit in decisions::left_to_cast(tx, who, vote)?.into_iter().take(1) {
            at("casting", decisions::cast(tx, who, vote, &Casting { unit, choice: choice.clone() }))?;
        }
    }
    Ok(())
}

/// Everybody but Mira enters herself, each third one from elsewhere.
fn enter(w: &World, tx: &Tx<'_>, id: Id<Meeting>) -> Result<Vec<Actor>> {
    let mira = w.cast.get("mira").copied();
    let number = meetings::find_sitting(tx, id)?.and_then(|sitting| sitting.number);
    let number = number.ok_or_else(|| missing("number", "gma"))?;
    let mut there = Vec::new();
    for (n, it) in meetings::list_invitations(tx, id)?.into_iter().enumerate() {
        let Some(person) = it.person.filter(|person| Some(*person) != mira) else { continue };
        let who = own(tx, person)?;
        let how = if n % 3 == 2 { Presence::Remote } else { Presence::Present };
        at("check-in", meetings::check_in(tx, &who, id, Some((how, &number))))?;
        there.push(who);
    }
    Ok(there)
}
