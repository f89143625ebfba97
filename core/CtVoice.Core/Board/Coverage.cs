using System.Numerics;

namespace CtVoice.Core.Board;

/// <summary>
/// Which touched populations have one member, and which have two or more; a bit for each. More than two is not better. Populations of
/// which the figures do not tell come after all that are touched, and one member is enough for them.
/// </summary>
/// <param name="Once">Populations with at least one member.</param>
/// <param name="Twice">Populations with at least two.</param>
/// <param name="Less">Populations that count less, described or not; known once anybody was added.</param>
internal readonly record struct Coverage(ulong Once, ulong Twice, ulong Less) : IComparable<Coverage>
{
    public static Coverage operator +(Coverage left, Coverage right) =>
        new(left.Once | right.Once, left.Twice | right.Twice | (left.Once & right.Once), left.Less | right.Less);

    /// <summary>The populations, of those described by somebody, that do not yet have as many as they need.</summary>
    public ulong NeededOf(ulong described) => described & ~(Twice | (Once & Less));

    /// <summary>How many touched populations have anybody at all, and how many have two; how many of the others have anybody.</summary>
    public (int Once, int Twice, int Less) Size =>
        (BitOperations.PopCount(Once & ~Less), BitOperations.PopCount(Twice & ~Less), BitOperations.PopCount(Once & Less));

    /// <summary>Greater covers more: populations with anybody at all, then populations with two, then those that count less.</summary>
    public int CompareTo(Coverage other) => Size.CompareTo(other.Size);
}
