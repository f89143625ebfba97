namespace CtVoice.Language.Matching;

/// <summary>Characters with which a text of an expression can begin.</summary>
/// <param name="Ascii">Those of ASCII, a bit each.</param>
/// <param name="Others">Whether there may be others.</param>
/// <param name="OrNone">Whether it may be empty.</param>
internal readonly record struct CharsAtBegin(UInt128 Ascii, bool Others, bool OrNone)
{
    /// <summary>Of what is always empty.</summary>
    internal static CharsAtBegin None { get; } = new(0, false, true);

    internal static CharsAtBegin Of(CharSet set)
    {
        if (set.IsLiteral)
            return set.Named[0] is var c && c < 128 ? new(UInt128.One << c, false, false) : new(0, true, false);
        UInt128 ascii = 0;
        for (var c = 0; c < 128; c++)
        {
            if (set.Contains((char)c))
                ascii |= UInt128.One << c;
        }

        return new(ascii, true, false);
    }

    /// <summary>Whether there can be a text that begins with both.</summary>
    internal bool Meets(CharsAtBegin other) => OrNone || other.OrNone || (Ascii & other.Ascii) != 0 || (Others && other.Others);

    internal CharsAtBegin Or(CharsAtBegin other) => new(Ascii | other.Ascii, Others || other.Others, OrNone || other.OrNone);
}
