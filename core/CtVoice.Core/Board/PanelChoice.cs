using CtVoice.Core.Json;

namespace CtVoice.Core.Board;

/// <summary>How a choice ended.</summary>
public enum PanelOutcome
{
    /// <summary>Every seat is taken.</summary>
    Full,

    /// <summary>Fewer members may be asked than there are seats: the coordinator decides what happens.</summary>
    Short,

    /// <summary>A coordinator's override cannot be followed; nobody is chosen. See <see cref="PanelChoice.Faults"/>.</summary>
    OverrideRefused,
}

/// <summary>
/// A panel with its reasons. For the coordinator and the auditor only: it says what members describe about themselves,
/// so nothing of it goes to an agency or the public (DOMAIN 2.4, 2.14).
/// </summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Outcome">Full, short, or refused.</param>
/// <param name="Seats">The panel, in order of pick.</param>
/// <param name="Alternates">Who joins when somebody does not answer, first to join first.</param>
/// <param name="Coverage">What became of each touched population.</param>
/// <param name="Languages">Languages that panel and alternates need, ISO 639-1, in order.</param>
/// <param name="NotChosen">Members who could have been asked and were not, in order of id.</param>
/// <param name="Excluded">Members who could not be asked, in order of id, each with every reason.</param>
/// <param name="Warnings">What the coordinator must know.</param>
/// <param name="Faults">What is wrong with the overrides.</param>
/// <param name="Exact">False when the board was too varied to look at every panel, so that a better one may exist. Always
/// true for boards of up to 12.</param>
public sealed record PanelChoice(
    string ReviewId,
    PanelOutcome Outcome,
    IReadOnlyList<PanelSeat> Seats,
    IReadOnlyList<PanelSeat> Alternates,
    IReadOnlyList<PopulationCoverage> Coverage,
    IReadOnlyList<string> Languages,
    IReadOnlyList<MemberReasons> NotChosen,
    IReadOnlyList<MemberReasons> Excluded,
    IReadOnlyList<PanelWarning> Warnings,
    IReadOnlyList<Fault> Faults,
    bool Exact);

/// <summary>One pick.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="Language">The language they are asked in: the first of theirs that can be ready.</param>
/// <param name="Channel">The channel they are asked on: the first of theirs that can be used.</param>
/// <param name="Covers">Codes of touched populations for which this pick was needed; empty on a general seat.</param>
/// <param name="Reasons">Why, in plain sentences.</param>
public sealed record PanelSeat(string MemberId, string Language, Channel Channel, IReadOnlyList<string> Covers,
    IReadOnlyList<string> Reasons);

/// <summary>Why a member is not on the panel, in plain sentences.</summary>
public sealed record MemberReasons(string MemberId, IReadOnlyList<string> Reasons);

/// <summary>How well one touched population is covered.</summary>
/// <param name="Code">The population.</param>
/// <param name="OnPanel">Members of the panel who describe it.</param>
/// <param name="CouldBeAsked">Members who describe it and could be asked.</param>
/// <param name="Sentence">The same for people.</param>
public sealed record PopulationCoverage(string Code, int OnPanel, int CouldBeAsked, string Sentence);

/// <summary>What a warning is about.</summary>
public enum PanelWarningKind
{
    /// <summary>Fewer members than seats.</summary>
    TooFewMembers,

    /// <summary>Fewer alternates than wanted.</summary>
    TooFewAlternates,

    /// <summary>A touched population has fewer than two members on the panel.</summary>
    Coverage,

    /// <summary>Those asked are a majority of the board; it may count as a public meeting (DOMAIN, Records and privacy).</summary>
    MajorityAsked,

    /// <summary>Those asked would be a majority once alternates have joined.</summary>
    MajorityWithAlternates,

    /// <summary>Not every panel was looked at.</summary>
    NotExact,
}

/// <summary>Something the coordinator must know, in a plain sentence.</summary>
public sealed record PanelWarning(PanelWarningKind Kind, string Sentence);
