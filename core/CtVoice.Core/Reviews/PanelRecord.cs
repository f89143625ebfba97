using System.Text.Json.Serialization;

namespace CtVoice.Core.Reviews;

/// <summary>A panel as chosen.</summary>
/// <param name="Seats">Members asked first.</param>
/// <param name="Reserve">Alternates, in order.</param>
/// <param name="Passed">Members not chosen, with the reason; coordinator and auditor only.</param>
/// <param name="Notes">What people should know of the choice, e.g. that most of the board is asked.</param>
/// <param name="LanguagesOutOfReach">Languages of members who could be asked if our messages existed in them.</param>
/// <param name="ShortBecause">Why the coordinator goes on with fewer members than seats; null when the panel is full.</param>
public sealed record PanelRecord(
    IReadOnlyList<Seat> Seats, IReadOnlyList<Seat> Reserve, IReadOnlyList<PassedOver> Passed, IReadOnlyList<string> Notes,
    IReadOnlyList<string> LanguagesOutOfReach, string? ShortBecause = null)
{
    /// <summary>Business days that are added to the windows of this review for the post; 0 where nobody of the board takes letters. It
    /// depends on the board alone, so that a window tells nothing of who sits on the panel.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int PostageDays { get; init; }

    /// <summary>The same for the preview; 0 also in reviews whose panel was chosen before read-backs went by post.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int PreviewPostageDays { get; init; }

    /// <summary>Those asked are a majority of the board, or would be once alternates have joined; see <see cref="PublicNotice"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ReachesMajority { get; init; }
}

/// <summary>One member on a panel or in reserve.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Pseudonym">Name in this review's ledger.</param>
/// <param name="Language">Language the member is asked in.</param>
/// <param name="Reason">Why this member; coordinator and auditor only.</param>
public sealed record Seat(string MemberId, string Pseudonym, string Language, string Reason);

/// <summary>One member who was not chosen.</summary>
public sealed record PassedOver(string MemberId, string Reason);
