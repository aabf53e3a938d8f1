//! N6 and N9: a cooperation both sides may know of, without naming who belongs to the one.

use crate::world::shared;

#[test]
fn n9_the_cooperation_is_named_and_nobody_in_it_is() {
    let world = shared();
    let page = world.visitor().get("/netzwerke/lgbtqia-gleichstellung");
    page.is(200).shows("Gleichstellung");
    world.visitor().get("/netzwerke/bag").is(200).shows("BAG");
}
