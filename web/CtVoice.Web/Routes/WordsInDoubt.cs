using CtVoice.Core.Reviews;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;

namespace CtVoice.Web.Routes;

/// <summary>
/// Of the words of a reply or an objection, those that may be somebody else's: what stands in a mail where an earlier one might, without
/// a mark that it is one. A person decides whose they are before any of it is passed on.
/// </summary>
/// <param name="Unsure">Such words, in order; empty for most.</param>
/// <param name="Trimmed">All others, as written; null when there is no doubt.</param>
internal sealed record WordsInDoubt(IReadOnlyList<string> Unsure, string? Trimmed)
{
    /// <summary>What a person is told who releases such words unseen.</summary>
    internal const string TrimFirst =
        "Some of this mail may be somebody else's words, such as an earlier mail. Write out what is the resident's own, and leave out "
            + "the rest.";

    /// <summary>The words of these pieces.</summary>
    internal static async Task<WordsInDoubt> OfAsync(
        ReviewStore reviews, Review review, IEnumerable<ReplyPiece> pieces, CancellationToken cancellationToken)
    {
        var (unsure, sure) = (new List<string>(), new List<string>());
        foreach (var piece in pieces.Where(p => p.Content is not null))
        {
            var words = await reviews.ReadContentAsync(review.Id, piece.Content!, cancellationToken) ?? "";
            // Words beyond fifty pages were cut, and what was in doubt of them.
            IReadOnlyList<Stretch> stretches = [.. (piece.Unsure ?? []).Where(s => s.Start + s.Length <= words.Length)];
            unsure.AddRange(stretches.Select(s => s.Of(words)));
            if (Stretch.Without(words, stretches) is { Length: > 0 } rest)
                sure.Add(rest);
        }
        return unsure.Count == 0 ? new([], null) : new(unsure, string.Join("\n", sure));
    }

    /// <summary>The same with numbers that look like those of people or cases masked, as every view shows them.</summary>
    internal WordsInDoubt Masked() => new([.. Unsure.Select(Masking.Mask)], Trimmed is null ? null : Masking.Mask(Trimmed));
}
