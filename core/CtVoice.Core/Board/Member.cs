using System.Text.Json.Serialization;

namespace CtVoice.Core.Board;

/// <summary>Whether a member takes part.</summary>
public enum MemberState
{
    /// <summary>Takes part.</summary>
    Active,

    /// <summary>Asked to be left alone for now, or paused by the coordinator.</summary>
    Paused,

    /// <summary>No longer a member.</summary>
    Left,
}

/// <summary>A span of whole days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, itself included; null when it has no end.</param>
public sealed record DaySpan(DateOnly From, DateOnly? To = null)
{
    /// <summary>True when at least one day lies in both spans.</summary>
    public bool Overlaps(DateOnly first, DateOnly last) => From <= last && (To is null || To >= first);

    /// <summary>True when every day from <paramref name="first"/> to <paramref name="last"/> lies in the span.</summary>
    public bool Covers(DateOnly first, DateOnly last) => From <= first && (To is null || To >= last);
}

/// <summary>
/// A resident on the board, without anything that reaches or names them: names, numbers and addresses are in
/// <see cref="MemberContact"/> and nowhere else.
/// </summary>
/// <param name="Id">Id such as <c>m-07</c>; see <see cref="IsId"/>.</param>
/// <param name="Languages">ISO 639-1 codes, preferred first; at least one.</param>
/// <param name="Zone">IANA time zone of quiet hours, e.g. <c>America/New_York</c>.</param>
/// <param name="Channels">Channels in order of preference; at least one.</param>
/// <param name="Consent">The consent record in force of each channel; see <see cref="With(ConsentRecord)"/>.</param>
/// <param name="Term">The time for which the member serves.</param>
/// <param name="Populations">Race and ethnicity as the member describes them, REL codes such as <c>2054-5</c>. May be empty.</param>
/// <param name="Experiences">Programme populations the member has lived in: <c>poverty</c>, <c>benefits</c>,
/// <c>child-welfare</c>, <c>custody</c>, <c>homeless</c>. May be empty.</param>
/// <param name="RefusedToDescribe">The member was asked to describe themself and chose not to; not to be asked again.</param>
/// <param name="Discreet">Messages name no topic; the default on a shared number.</param>
/// <param name="Conflicts">Ties to agencies.</param>
/// <param name="HouseholdKey">Opaque; members with the same key live together.</param>
/// <param name="SharedNumberKey">Opaque; members with the same key use one phone number.</param>
/// <param name="MaximumPerYear">Reviews a calendar year that the member is willing to be asked in; null for no limit.</param>
/// <param name="Away">Times in which the member cannot answer.</param>
/// <param name="State">Active, paused or left.</param>
public sealed record Member(
    string Id,
    IReadOnlyList<string> Languages,
    string Zone,
    IReadOnlyList<Channel> Channels,
    IReadOnlyList<ConsentRecord> Consent,
    DaySpan Term,
    IReadOnlyList<string> Populations,
    IReadOnlyList<string> Experiences,
    bool RefusedToDescribe = false,
    bool Discreet = false,
    IReadOnlyList<Conflict>? Conflicts = null,
    string? HouseholdKey = null,
    string? SharedNumberKey = null,
    int? MaximumPerYear = null,
    IReadOnlyList<DaySpan>? Away = null,
    MemberState State = MemberState.Active)
{
    /// <summary>Ties to agencies; empty when there are none.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; init; } = Conflicts ?? [];

    /// <summary>Times in which the member cannot answer; empty when there are none.</summary>
    public IReadOnlyList<DaySpan> Away { get; init; } = Away ?? [];

    /// <summary>What the member wants of pay; null when nobody asked them yet.</summary>
    public MemberPay? Pay { get; init; }

    /// <summary>How the term came to be what it is, oldest renewal first; null when it was never renewed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TermRenewal>? Renewals { get; init; }

    /// <summary>The member asked to be erased: nothing about them is changed or added any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Erased { get; init; }

    /// <summary>True when the newest consent record of the channel is an opt-in.</summary>
    public bool Consents(Channel channel) =>
        Consent.Any(record => record.Channel == channel && record.State == ConsentState.Given);

    /// <summary>The channels, in order of preference, on which a question may be brought to the member now.</summary>
    [JsonIgnore]
    public IEnumerable<Channel> UsableChannels => Channels.Where(channel => channel.CanInvite() && Consents(channel));

    /// <summary>
    /// The member with a consent record taken in: it is in force when it is the newest of its channel, and an opt-out wins
    /// over an opt-in of the same instant. Taking in an older record, or one twice, changes nothing.
    /// </summary>
    public Member With(ConsentRecord record)
    {
        var held = Consent.FirstOrDefault(other => other.Channel == record.Channel);
        if (held is not null && !Supersedes(record, held))
            return this;
        return this with
        { Consent = [.. Consent.Where(other => other.Channel != record.Channel).Append(record).OrderBy(other => other.Channel)] };
    }

    /// <summary>The member, asked nothing for now; whoever is paused or has left stays so.</summary>
    public Member Paused() => State is MemberState.Active ? this with { State = MemberState.Paused } : this;

    /// <summary>The member, taking part again where they were paused; whoever has left stays so.</summary>
    public Member Resumed() => State is MemberState.Paused ? this with { State = MemberState.Active } : this;

    /// <summary>True when <paramref name="id"/> is 1 to 64 of a-z, 0-9 and hyphen, not starting with a hyphen.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= 64 && id[0] != '-' && id.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');

    private static bool Supersedes(ConsentRecord record, ConsentRecord held) =>
        record.When > held.When
        || (record.When == held.When && record.State == ConsentState.Withdrawn && held.State == ConsentState.Given);
}
