using System.Globalization;

namespace CtVoice.Local.Verification;

/// <summary>What a verification found.</summary>
/// <param name="covers">What it looked at, and what not: a green line must not be read as more than it says.</param>
internal sealed class Outcome(IReadOnlyList<string> covers)
{
    /// <summary>A data folder was looked at.</summary>
    internal static readonly IReadOnlyList<string> OfStore =
    [
        "Covered: every ledger entry; the states and texts that ledgers vouch for; checkpoints and their signatures; the structure of "
            + "the file.",
        "Not covered: contact data, messages as they came, lists and settings: no ledger vouches for what is in them.",
    ];

    /// <summary>A running installation was looked at with a key.</summary>
    internal static readonly IReadOnlyList<string> OfServer =
    [
        "Covered: checkpoints and their signatures, and every ledger that they name.",
        "Not covered: states and texts, contact data and the database: they are not seen from outside.",
    ];

    /// <summary>A running installation was looked at as everybody can.</summary>
    internal static readonly IReadOnlyList<string> OfCheckpoints =
    [
        "Covered: checkpoints and their signatures.",
        "Not covered: ledgers, for which it takes --key-file; states and texts, contact data and the database.",
    ];

    private readonly List<string> problems = [];
    private readonly SortedSet<string> broken = new(StringComparer.Ordinal);
    private readonly SortedSet<string> whole = new(StringComparer.Ordinal);

    /// <summary>Checkpoints that were read.</summary>
    public int Checkpoints { get; set; }

    /// <summary>Rows of the database; 0 where it was not seen.</summary>
    public long Rows { get; init; }

    /// <summary>True when nothing was changed.</summary>
    public bool Holds => problems.Count == 0;

    /// <summary>Each thing that is wrong, on a line.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>What was checked, on lines.</summary>
    public IEnumerable<string> Summary =>
    [
        string.Create(CultureInfo.InvariantCulture,
            $"ledger: verified ({whole.Count} reviews{(Checkpoints > 0 ? $", {Checkpoints} checkpoints" : "")})"),
        .. Rows > 0 ? [string.Create(CultureInfo.InvariantCulture, $"database: whole ({Rows:N0} rows)")] : Array.Empty<string>(),
        .. covers,
    ];

    /// <summary>Takes what is wrong with the file.</summary>
    public void OfDatabase(IEnumerable<string> found) => problems.AddRange(found.Select(p => "database: " + p));

    /// <summary>Takes what is wrong with the checkpoints.</summary>
    public void OfChain(IEnumerable<string> found) => problems.AddRange(found.Select(p => "checkpoints: " + p));

    /// <summary>Takes what is wrong with a review; nothing means that it holds.</summary>
    public void OfReview(string reviewId, IEnumerable<string> found)
    {
        foreach (var problem in found)
        {
            _ = broken.Add(reviewId);
            problems.Add($"{reviewId}: {problem}");
        }
        if (!broken.Contains(reviewId))
            _ = whole.Add(reviewId);
    }
}
