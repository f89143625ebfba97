using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Web.Views;

namespace CtVoice.Local.Verification;

/// <summary>A file that cannot be used, in a sentence for whoever typed its name.</summary>
internal sealed class UnusableFileException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Files that somebody kept: a checkpoint as it was served, a public key.</summary>
internal static class KeptCheckpoint
{
    /// <summary>The checkpoint in a file.</summary>
    /// <exception cref="UnusableFileException">There is none.</exception>
    public static Checkpoint Read(string path)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<CheckpointView>(File.ReadAllText(path), WorkflowJson.Options)?.ToCheckpoint();
            return kept is { Text: not null, Hash: not null, Signature: not null } ? kept : throw new JsonException("Parts are missing.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UnusableFileException($"{path} is not a checkpoint as /api/register/checkpoints/latest gives it.", unreadable);
        }
    }

    /// <summary>The public key in a file: base64, or PEM.</summary>
    /// <exception cref="UnusableFileException">There is none.</exception>
    public static CheckpointKey ReadKey(string path)
    {
        try
        {
            var key = CheckpointKey.Parse(File.ReadAllText(path));
            _ = Convert.FromBase64String(key.PublicKey);
            return key;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UnusableFileException($"{path} is not a public key in base64 or PEM.", unreadable);
        }
    }
}
