namespace CtVoice.Core.Board;

/// <summary>Tells contacts that can reach nobody from those that can.</summary>
/// <remarks>
/// Fictional are the numbers 555-0100 to 555-0199 of any area code (North American Numbering Plan, line numbers reserved
/// for fiction) and the domains that RFC 2606 reserves; a postal address in an Example Street.
/// </remarks>
public static class Fiction
{
    // No street of Connecticut is called so [from memory].
    private const string Street = "Example Street";
    private static readonly string[] Domains = ["example.com", "example.net", "example.org"];
    private static readonly string[] TopLevels = ["example", "test", "invalid", "localhost"];

    /// <summary>True when neither the phone nor the address of the contact can be anybody's.</summary>
    public static bool Covers(MemberContact contact) =>
        (contact.Phone is null || IsPhone(contact.Phone)) && (contact.Email is null || IsAddress(contact.Email))
        && (contact.Post is null || contact.Post.Contains(Street, StringComparison.OrdinalIgnoreCase));

    // +1 aaa 555 01nn
    private static bool IsPhone(string e164) =>
        e164.Length == 12 && e164.StartsWith("+1", StringComparison.Ordinal) && e164.AsSpan(5, 5) is "55501";

    private static bool IsAddress(string email)
    {
        var domain = email[(email.LastIndexOf('@') + 1)..].Trim();
        return Domains.Any(d => domain.Equals(d, StringComparison.OrdinalIgnoreCase)
            || domain.EndsWith("." + d, StringComparison.OrdinalIgnoreCase))
            || TopLevels.Contains(domain[(domain.LastIndexOf('.') + 1)..], StringComparer.OrdinalIgnoreCase);
    }
}
