namespace CtVoice.Core.Reviews;

/// <summary>Ids of reviews as people send them, and who may look behind one.</summary>
public static class ReviewIds
{
    private const int Longest = 40;

    // In the id, so that every row, key and path tells it: nothing has to be read to keep a practice review out of the record.
    private const string Practice = "p-";

    // Letters and digits that nobody mistakes for one another.
    private const string Letters = "acdefghjkmnpqrtuvwxy34679bsz258x";

    /// <summary>An id made of random bytes or of a hash, at least ten: 50 bits,
    /// enough that ids are not guessed and do not collide.</summary>
    /// <param name="bytes">Random, or a hash.</param>
    /// <param name="practice">Of a practice review.</param>
    public static string Of(ReadOnlySpan<byte> bytes, bool practice = false)
    {
        var text = new System.Text.StringBuilder(practice ? Practice : "r-");
        for (var i = 0; i < 10; i++)
            text.Append(Letters[bytes[i] & 31]);
        return text.ToString();
    }

    /// <summary>Whether a text could be an id at all; anything else is not looked up.</summary>
    public static bool IsPossible(string text) =>
        text.Length is > 0 and <= Longest && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>
    /// Whether an id is of a practice review: a whole review on phones of staff, which is in no register, count, feed, webhook, open
    /// data, checkpoint and payment.
    /// </summary>
    public static bool IsPractice(string id) => id.StartsWith(Practice, StringComparison.Ordinal);

    /// <summary>Whether a text could be an id of what everybody may look up.</summary>
    public static bool IsPublic(string text) => IsPossible(text) && !IsPractice(text);

    /// <summary>Whether an agency may see a review: its own, or one with a recommendation to it.</summary>
    public static bool MaySee(Review review, string agency) =>
        agency == review.Agency || review.Recommendations.Any(r => r.Addressee == agency);
}
