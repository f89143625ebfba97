namespace CtVoice.Core.Reviews;

/// <summary>Ids of reviews as people send them, and who may look behind one.</summary>
public static class ReviewIds
{
    private const int Longest = 40;

    // Letters and digits that nobody mistakes for one another.
    private const string Letters = "acdefghjkmnpqrtuvwxy34679bsz258x";

    /// <summary>An id made of random bytes or of a hash, at least ten: 50 bits, enough that ids are not guessed and do not collide.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder("r-");
        for (var i = 0; i < 10; i++)
            text.Append(Letters[bytes[i] & 31]);
        return text.ToString();
    }

    /// <summary>Whether a text could be an id at all; anything else is not looked up.</summary>
    public static bool IsPossible(string text) =>
        text.Length is > 0 and <= Longest && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>Whether an agency may see a review: its own, or one with a recommendation to it.</summary>
    public static bool MaySee(Review review, string agency) =>
        agency == review.Agency || review.Recommendations.Any(r => r.Addressee == agency);
}
