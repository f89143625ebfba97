namespace CtVoice.Core.Board;

/// <summary>
/// People of the state's staff who stand in for members while a whole review is practised. They are stored like members, so that the
/// same code asks them, under ids that no member has; no list of members shows them, and no review but a practice one asks them.
/// </summary>
public static class Practising
{
    /// <summary>What every message and page of a practice begins with, for readers of either language.</summary>
    public const string Mark = "PRACTICE/ENSAYO: ";

    /// <summary>So many that a panel, its reserve and a mistake in typing fit.</summary>
    public const int Most = 20;

    /// <summary>Why a member may not have a number.</summary>
    public const string UsesIt =
        "Somebody of staff who practises uses this number, and members never practise: take them off the list first.";

    private const string Prefix = "practice-";

    /// <summary>Whether the id is of somebody who practises.</summary>
    public static bool Is(string memberId) => memberId.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>An id of somebody who practises.</summary>
    /// <param name="random">Small letters and digits.</param>
    public static string IdOf(string random) => Prefix + random;

    /// <summary>Words of a practice: marked once, however often this is asked.</summary>
    public static string Marked(string words) => words.StartsWith(Mark, StringComparison.Ordinal) ? words : Mark + words;
}
