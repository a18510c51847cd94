//! Finds an id among many in about one comparison. Weighing the answers asks for hundreds of ids after every tap; a
//! search by halves compared texts for half of that time.

/// Where each of a list of ids stands.
#[derive(Debug, Clone)]
pub struct Index {
    /// One more than the place of an id, at the slot of its hash or soon after; 0 where there is none. At least half of
    /// the slots are free, so that every search ends.
    slots: Vec<u16>,
}

impl Index {
    /// Of ids that each stand once. At most 65,534 of them can be found; later ones are left out.
    pub fn of(ids: &mut dyn ExactSizeIterator<Item = &str>) -> Index {
        let size = (2 * ids.len() + 1).next_power_of_two();
        let mut index = Index { slots: vec![0; size] };
        for (place, id) in (1..u16::MAX).zip(ids) {
            let free = index.slots_of(id).find(|slot| index.slots[*slot] == 0);
            if let Some(slot) = free {
                index.slots[slot] = place;
            }
        }
        index
    }

    /// The place of an id; `is_at` says whether it stands at a place.
    pub fn find(&self, id: &str, is_at: &dyn Fn(usize) -> bool) -> Option<usize> {
        for slot in self.slots_of(id) {
            let place = usize::from(self.slots[slot]).checked_sub(1)?;
            if is_at(place) {
                return Some(place);
            }
        }
        None
    }

    /// Every slot, from that of the id's hash (FNV-1a) on.
    fn slots_of(&self, id: &str) -> impl Iterator<Item = usize> + use<> {
        let mut hash: u32 = 0x811c_9dc5;
        for byte in id.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let mask = self.slots.len() - 1;
        let first = hash as usize & mask;
        (0..=mask).map(move |step| (first + step) & mask)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_found_at_its_place_and_no_other() {
        let ids: Vec<String> = (0..500).map(|number| format!("id{number}")).collect();
        let index = Index::of(&mut ids.iter().map(String::as_str));
        let find = |id: &str| index.find(id, &|place| ids[place] == id);
        for (place, id) in ids.iter().enumerate() {
            assert_eq!(find(id), Some(place));
        }
        for other in ["", "id", "id500", "ID1"] {
            assert_eq!(find(other), None);
        }
        assert_eq!(Index::of(&mut [].into_iter()).find("a", &|_| true), None);
    }
}
