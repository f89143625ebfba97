using System.Numerics;

namespace CtVoice.Core.Board;

/// <summary>
/// Which touched populations have one member, and which have two or more; a bit for each. More than two is not better.
/// </summary>
/// <param name="Once">Populations with at least one member.</param>
/// <param name="Twice">Populations with at least two.</param>
internal readonly record struct Coverage(ulong Once, ulong Twice) : IComparable<Coverage>
{
    public static Coverage Of(ulong described) => new(described, 0);

    public static Coverage operator +(Coverage left, Coverage right) =>
        new(left.Once | right.Once, left.Twice | right.Twice | (left.Once & right.Once));

    /// <summary>The populations, of those described by somebody, that do not yet have two.</summary>
    public ulong NeededOf(ulong described) => described & ~Twice;

    /// <summary>How many populations have anybody at all, and how many have two.</summary>
    public (int Once, int Twice) Size => (BitOperations.PopCount(Once), BitOperations.PopCount(Twice));

    /// <summary>Greater covers more: first populations with anybody at all, then populations with two.</summary>
    public int CompareTo(Coverage other) => Size.CompareTo(other.Size);
}
