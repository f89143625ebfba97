namespace CtVoice.Core.Board;

/// <summary>A population that a project touches.</summary>
/// <param name="Code">REL code, programme population or language, e.g. <c>2135-2</c>, <c>poverty</c>, <c>lang:es</c>.</param>
/// <param name="Name">What sentences call it; the code when null.</param>
/// <param name="Undecided">The figures do not tell whether it is touched: it counts after all that are.</param>
public sealed record TouchedPopulation(string Code, string? Name = null, bool Undecided = false)
{
    internal string Called => Name ?? Code;
}

/// <summary>What the coordinator decides about one member against the order of merit.</summary>
public enum OverrideKind
{
    /// <summary>The member sits on the panel.</summary>
    Seat,

    /// <summary>The member is neither on the panel nor an alternate.</summary>
    LeaveOut,
}

/// <summary>
/// The coordinator's word on one member. It chooses among those who may be asked; it cannot ask a member who is excluded
/// by a conflict, their consent, their maximum or any other rule, nor seat two who share a household or number.
/// </summary>
/// <param name="MemberId">Whom it is about.</param>
/// <param name="Kind">Seat or leave out.</param>
/// <param name="Reason">Why, kept with the choice; mandatory.</param>
/// <param name="By">The coordinator's key or account id.</param>
public sealed record PanelOverride(string MemberId, OverrideKind Kind, string Reason, string By);

/// <summary>All that a panel is chosen from. The choice depends on this and nothing else.</summary>
/// <param name="ReviewId">The review; also seeds the draw between equals.</param>
/// <param name="Agencies">Every agency of the project: requesting, holding data, receiving it.</param>
/// <param name="Touched">Populations the project touches; at most 64.</param>
/// <param name="Board">Members with their load in the year of <paramref name="Opens"/>.</param>
/// <param name="Opens">First day of the response window, Connecticut time.</param>
/// <param name="Closes">Last day of the response window.</param>
/// <param name="Languages">ISO 639-1 codes in which texts are ready or can be made ready; null when any can.</param>
/// <param name="PanelSize">Seats of the panel, 1 to 32.</param>
/// <param name="Alternates">Alternates wanted, 0 to 32.</param>
/// <param name="Channels">Channels on which this installation can ask; null for all.</param>
/// <param name="Broader">Each code's next broader code, e.g. <c>2180-8</c> to <c>2135-2</c>: a member who describes the
/// narrower also counts for the broader, never the other way.</param>
/// <param name="Overrides">The coordinator's decisions.</param>
/// <param name="Before">Members of an earlier panel that is asked again where possible, first to be seated first; null otherwise.</param>
public sealed record RoutingInput(
    string ReviewId,
    IReadOnlyList<string> Agencies,
    IReadOnlyList<TouchedPopulation> Touched,
    IReadOnlyList<BoardMember> Board,
    DateOnly Opens,
    DateOnly Closes,
    IReadOnlyList<string>? Languages = null,
    int PanelSize = 5,
    int Alternates = 3,
    IReadOnlyList<Channel>? Channels = null,
    IReadOnlyDictionary<string, string>? Broader = null,
    IReadOnlyList<PanelOverride>? Overrides = null,
    IReadOnlyList<string>? Before = null)
{
    internal void Check()
    {
        if (PanelSize is < 1 or > 32 || Alternates is < 0 or > 32)
            throw new ArgumentException("A panel has 1 to 32 seats and 0 to 32 alternates.");
        if (Touched.Count > 64)
            throw new ArgumentException($"A project touches at most 64 populations, not {Touched.Count}.");
        if (Closes < Opens)
            throw new ArgumentException("A response window closes on or after the day it opens.");
        if (Board.DistinctBy(entry => entry.Member.Id, StringComparer.Ordinal).Count() != Board.Count)
            throw new ArgumentException("A board names each member once.");
    }
}
