namespace CtVoice.Local.Transfer;

/// <summary>What of the state goes into a file, and what stays (docs/decisions/0010).</summary>
internal static class Travels
{
    /// <summary>Notes in a folder which files were imported into it.</summary>
    public const string Imports = "imports";

    // Whoever restores makes new keys: a file must not open doors, least of all some that were closed since.
    // A new key ring comes by itself.
    private static readonly string[] Stays = ["keys", "sessions", "ring", Imports];

    /// <summary>Whether the rows of a partition travel.</summary>
    public static bool Partition(int table, string partition) =>
        table != StateRow.Records || !Stays.Any(stays => partition == stays || partition.StartsWith(stays + "|", StringComparison.Ordinal));
}
