using System.Net;
using System.Net.Sockets;

namespace CtVoice.Web.Webhooks;

/// <summary>
/// Addresses of the open internet: nothing private, link-local, shared, reserved or multicast (the registries of RFC 6890
/// and RFC 4291), and nothing that hides such an address in a longer one.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Closed =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ]).Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    internal static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return (address.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(address))
            && !Closed.Any(n => n.Contains(address));
    }
}
