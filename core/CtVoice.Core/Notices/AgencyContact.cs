using System.Globalization;
using CtVoice.Core.Accountability;
using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Core.Notices;

/// <summary>A mailbox of an agency that is told by mail what is asked of it.</summary>
/// <param name="Agency">Code of the agency, or of an office that answers recommendations.</param>
/// <param name="Id">Names it in keys and addresses of pages; says nothing of the mailbox.</param>
/// <param name="Address">The mailbox, best one that several people read. Never in a log, a key or an address of a page.</param>
/// <param name="Label">Whose it is, as a role: "Data governance mailbox".</param>
/// <param name="Notices">What it is told, of <see cref="NoticeKinds.Wishes"/>; empty for all of it.</param>
/// <param name="Since">When it was given.</param>
/// <param name="By">Access key of whoever gave it.</param>
public sealed record AgencyContact(
    string Agency, string Id, string Address, string Label, IReadOnlyList<string> Notices, DateTimeOffset Since, string By)
{
    /// <summary>Mailboxes that one agency may give.</summary>
    public const int Most = 10;

    /// <summary>Longest label, in characters.</summary>
    public const int LongestLabel = 80;

    /// <summary>Since when mail to it comes back; null while all is well.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Whether it is told of a kind of notice.</summary>
    public bool Wants(NoticeKind kind) => Notices.Count == 0 || Notices.Contains(kind.Wish, StringComparer.Ordinal);

    /// <summary>Everything that is wrong with a mailbox as somebody gives it; a message never repeats an address.</summary>
    public static IReadOnlyList<Fault> Check(string address, string label, IReadOnlyList<string> notices)
    {
        var faults = new List<Fault>();
        if (address.Length > 254 || !BoardRow.IsAddress(address))
            faults.Add(new("/address", BoardRow.AddressFault(address) ?? "This is not an email address."));
        if (label.Trim().Length is 0 or > LongestLabel || label.Any(char.IsControl))
            faults.Add(new("/label", string.Create(CultureInfo.InvariantCulture,
                $"Say whose mailbox it is, as a role and not as a name, in 1 to {LongestLabel} characters: \"Data governance mailbox\".")));
        for (var i = 0; i < notices.Count; i++)
        {
            if (NoticeKinds.Wishes.All(w => w.Name != notices[i]))
                faults.Add(new(string.Create(CultureInfo.InvariantCulture, $"/notices/{i}"),
                    $"There is no such notice. They are {string.Join(", ", NoticeKinds.Wishes.Select(w => w.Name))}."));
        }
        return faults;
    }

    /// <summary>The code as it is stored of whoever can be asked to answer a recommendation; null when it is nobody's.</summary>
    public static string? CodeOf(string agency, AgencyDirectory agencies) =>
        agency is Addressees.DataGoverningBoard or Addressees.Opm ? agency : agencies.ByCode(agency)?.Code;

    /// <summary>Without the address: it never reaches a log.</summary>
    public override string ToString() => $"AgencyContact {{ {Agency} {Id} }}";
}
