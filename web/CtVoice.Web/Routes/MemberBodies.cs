using CtVoice.Core.Board;

namespace CtVoice.Web.Routes;

/// <summary>A member as the coordinator enters them; how to reach them is entered apart, and so is consent.</summary>
internal sealed record MemberEntry(
    IReadOnlyList<string> Languages, IReadOnlyList<Channel> Channels, DaySpan Term, IReadOnlyList<string> Populations,
    IReadOnlyList<string> Experiences,
    string Zone = "America/New_York", bool RefusedToDescribe = false, bool Discreet = false, IReadOnlyList<Conflict>? Conflicts = null,
    string? HouseholdKey = null, int? MaximumPerYear = null, IReadOnlyList<DaySpan>? Away = null, MemberState State = MemberState.Active)
{
    /// <summary>The member after this entry; consent, pay and the mark of a shared number stay what they are.</summary>
    public Member On(string id, Member? stored) => new(
        id, Languages, Zone, Channels, stored?.Consent ?? [], Term, Populations, Experiences, RefusedToDescribe, Discreet, Conflicts,
        HouseholdKey, stored?.SharedNumberKey, MaximumPerYear, Away, State)
    {
        Pay = stored?.Pay,
        Renewals = stored?.Renewals,
    };
}

/// <summary>A new member.</summary>
internal sealed record NewMember(string Id, MemberEntry Member);

/// <summary>A member without anything that names or reaches them.</summary>
/// <param name="Member">The member.</param>
/// <param name="AskedThisYear">Reviews they were asked in this calendar year.</param>
/// <param name="LastAsked">When last; absent when never.</param>
/// <param name="Version">For If-Match.</param>
public sealed record MemberView(Member Member, int AskedThisYear, DateTimeOffset? LastAsked, string Version)
{
    /// <summary>What is stored as it was written, and may not be meant so: a tie to an agency that is not in the list;
    /// absent when nothing is.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }
}

/// <summary>How to reach a member.</summary>
/// <param name="Name">What the member wants to be called.</param>
/// <param name="Phone">Absent when there is none.</param>
/// <param name="Email">Absent when there is none.</param>
/// <param name="Calls">What the member said of being called at this number; absent leaves what is known of the same number.</param>
/// <param name="Post">Lines of a postal address for letters on paper; absent when there is none.</param>
internal sealed record ContactEntry(
    string Name, string? Phone = null, string? Email = null, CallsAllowed? Calls = null, string? Post = null);

/// <summary>How to reach a member, as shown; the view is recorded.</summary>
/// <param name="MemberId">Whose it is.</param>
/// <param name="Name">What the member wants to be called.</param>
/// <param name="Phone">Absent when there is none.</param>
/// <param name="Email">Absent when there is none.</param>
/// <param name="Calls">What the member said of being called; absent when nobody knows, which is no yes.</param>
public sealed record ContactView(string MemberId, string Name, string? Phone, string? Email, CallsAllowed? Calls)
{
    /// <summary>Lines of the postal address for letters on paper; absent when there is none.</summary>
    public string? Post { get; init; }

    internal static ContactView Of(MemberContact contact) =>
        new(contact.MemberId, contact.Name, contact.Phone, contact.Email, contact.Calls) { Post = contact.Post };
}

/// <summary>When and how often a member can be asked.</summary>
internal sealed record Availability(IReadOnlyList<DaySpan> Away, int? MaximumPerYear = null, MemberState State = MemberState.Active);

/// <summary>A consent that a member gave or withdrew.</summary>
/// <param name="Channel">The channel it is about.</param>
/// <param name="State">Given or withdrawn.</param>
/// <param name="TextVersion">Version of the text that the member saw or heard.</param>
/// <param name="How">In what way: paper form, phone call; never a number or the member's words.</param>
/// <param name="When">When they said so; now when absent.</param>
internal sealed record ConsentGiven(Channel Channel, ConsentState State, string TextVersion, string How, DateTimeOffset? When = null);

/// <summary>Views of one month, oldest first.</summary>
public sealed record ViewPage(IReadOnlyList<ViewRecord> Views, string? Continuation);
