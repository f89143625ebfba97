using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Calendar;

namespace CtVoice.Core.Board;

/// <summary>
/// What asking a member costs in fairness, or asking several: merits add up, and the lesser is the fairer. Compared in
/// this order: fewest asked this year, longest since asked, the draw. Least total asked is also what keeps the loads
/// of the board closest together (it adds least to the sum of their squares).
/// </summary>
/// <param name="Asked">Times asked this year.</param>
/// <param name="Rest">Days since asked, each member's at most ten years; never asked is one day more.</param>
/// <param name="Draw">The draw between equals, from the review and the member.</param>
internal readonly record struct Merit(int Asked, int Rest, long Draw) : IComparable<Merit>
{
    private const int LongestRest = 3650;

    public static Merit Of(string reviewId, BoardMember entry, DateOnly opens)
    {
        var rest = entry.Load.LastAsked is { } last
            ? Math.Clamp(opens.DayNumber - LocalTime.DateIn(LocalTime.Connecticut, last).DayNumber, 0, LongestRest)
            : LongestRest + 1;
        return new Merit(entry.Load.AskedThisYear, rest, DrawOf(reviewId, entry.Member.Id));
    }

    /// <summary>
    /// The draw: the first 40 bits of SHA-256 over the review's id, its length before it, and the member's id. Nobody can
    /// steer it, everybody can repeat it; 40 bits leave room to add up 32 of them.
    /// </summary>
    private static long DrawOf(string reviewId, string memberId)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{reviewId.Length}:{reviewId}:{memberId}");
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) >>> 24;
    }

    public static Merit operator +(Merit left, Merit right) =>
        new(left.Asked + right.Asked, left.Rest + right.Rest, left.Draw + right.Draw);

    public int CompareTo(Merit other)
    {
        var byAsked = Asked.CompareTo(other.Asked);
        if (byAsked != 0)
            return byAsked;
        var byRest = other.Rest.CompareTo(Rest);
        return byRest != 0 ? byRest : Draw.CompareTo(other.Draw);
    }
}
