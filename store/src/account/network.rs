//! Who is counted as one when requests are counted by address.

use std::net::{IpAddr, Ipv6Addr};

/// What an address is counted as: of IPv6 its network of 64 bits, which one machine has whole, so that it does not begin
/// anew with each of its addresses; every other address itself.
#[must_use]
pub fn counted_as(address: &str) -> String {
    match address.parse().map(|one: IpAddr| one.to_canonical()) {
        Ok(IpAddr::V6(one)) => {
            let [a, b, c, d, ..] = one.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        Ok(IpAddr::V4(one)) => one.to_string(),
        Err(_) => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_addresses_of_one_network_are_one_and_other_networks_others() {
        assert_eq!(counted_as("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
        assert_eq!(counted_as("2001:db8:1:2::1"), counted_as("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assert_ne!(counted_as("2001:db8:1:2::1"), counted_as("2001:db8:1:3::1"));
        assert_eq!(counted_as("192.0.2.1"), "192.0.2.1");
        assert_eq!(counted_as("::ffff:192.0.2.1"), "192.0.2.1");
        assert_eq!(counted_as(""), "");
    }
}
