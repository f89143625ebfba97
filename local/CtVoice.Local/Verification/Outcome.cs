using System.Globalization;

namespace CtVoice.Local.Verification;

/// <summary>What a verification found.</summary>
internal sealed class Outcome
{
    private readonly List<string> problems = [];
    private readonly SortedSet<string> broken = new(StringComparer.Ordinal);
    private readonly SortedSet<string> whole = new(StringComparer.Ordinal);

    /// <summary>Checkpoints that were read.</summary>
    public int Checkpoints { get; set; }

    /// <summary>True when nothing was changed.</summary>
    public bool Holds => problems.Count == 0;

    /// <summary>Each thing that is wrong, on a line.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>What was checked, on a line.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture, $"ledger: verified ({whole.Count} reviews{(Checkpoints > 0 ? $", {Checkpoints} checkpoints" : "")})");

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
