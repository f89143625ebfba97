using System.Globalization;

namespace CtVoice.Core.Reviews.Foia;

/// <summary>A passage that is not in an export of public records.</summary>
/// <param name="Where">Where it would stand, as a JSON pointer (RFC 6901) into the export.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Exemption">Under which exemption it is withheld; null for one that no longer exists.</param>
/// <param name="Because">Why.</param>
public sealed record WithheldPassage(string Where, string What, string? Exemption, string Because);

/// <summary>What of a review is withheld, passage by passage: the same rule for every form of the export.</summary>
public static class Withholding
{
    /// <summary>Why the words of a reply are withheld (a kind of <see cref="Exemption"/>); null when they are given.</summary>
    public static string? OfWords(Reply reply) => reply switch
    {
        { Sealed: true } => "sealed-words",
        { NotQuoted: true } => "not-quoted-words",
        { Release: null } => "unreleased-words",
        _ => null,
    };

    /// <summary>Every withheld passage of a review.</summary>
    public static IReadOnlyList<WithheldPassage> Of(Review review, Exemptions exemptions)
    {
        var passages = new List<WithheldPassage>();
        if (review.Panel is { } panel)
        {
            Add("/panel", "Name, id, language and channel of each of the {0} members of the panel and its reserve",
                panel.Seats.Count + panel.Reserve.Count, "identity");
            Add("/panel", "The reason of each of {0} choices", panel.Seats.Count + panel.Reserve.Count, "panel-reason");
            if (panel.Passed.Count > 0)
                Add("/panel", "Ids of {0} members who were passed over, and the reasons", panel.Passed.Count, "panel-reason");
        }
        foreach (var (reply, i) in review.Replies.Select((reply, i) => (reply, i)))
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"/replies/{i}/words");
            var destroyed = reply.Pieces.Any(p => p.Content is { } content && review.Disposed.Contains(content));
            if (destroyed)
                passages.Add(
                    new(where, Words(reply), null, "Destroyed with its salt under a disposal approval that the ledger names (CGS 11-8b)."));
            else if (reply.HasWords && OfWords(reply) is { } kind)
                Add(where, Words(reply), 0, kind);
        }
        foreach (var said in review.FollowUps.Where(f => f is { HasWords: true, Release: null }))
            Add("/followUps", "Words of a member about what was read back to them, number {0}", said.Number, "unreleased-words");
        if (review.Drafting.Drafts.Count > 0)
            Add("/drafts", "{0} recommendations as they were being written", review.Drafting.Drafts.Count, "draft");
        return passages;

        void Add(string where, string what, int number, string kind)
        {
            var exemption = exemptions.For(kind);
            passages.Add(new(where, string.Format(CultureInfo.InvariantCulture, what, number), exemption.Code, exemption.Because));
        }
    }

    private static string Words(Reply reply) => string.Create(CultureInfo.InvariantCulture, $"The words of reply {reply.Number}");
}
