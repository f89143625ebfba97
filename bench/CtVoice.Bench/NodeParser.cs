using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CtVoice.Bench;

/// <summary>
/// The common parser of replies for Node, in a process of its own: npm's <c>email-reply-parser</c>, which whoever measures has installed
/// in a folder. It parts what was typed from the rest, and does no more.
/// </summary>
internal sealed class NodeParser : IDisposable
{
    /// <summary>Its name in the npm registry.</summary>
    internal const string Package = "email-reply-parser";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Process process;

    private NodeParser(Process process, string version) => (this.process, Version) = (process, version);

    /// <summary>Which release it is.</summary>
    internal string Version { get; }

    /// <summary>Starts it; where it cannot be, says why.</summary>
    /// <param name="folder">Where it was installed; null where nobody has said.</param>
    internal static (NodeParser? Parser, string Why) Start(string? folder)
    {
        if (folder is null)
            return (null, $"say with --node in which folder it is (npm install --prefix FOLDER {Package})");
        var script = Path.Combine(AppContext.BaseDirectory, "node-parser.mjs");
        var start = new ProcessStartInfo("node", [script, Path.GetFullPath(folder), Package])
        { RedirectStandardInput = true, RedirectStandardOutput = true };
        try
        {
            var process = Process.Start(start)!;
            if (process.StandardOutput.ReadLine() is { } version)
                return (new(process, version), "");
            process.Dispose();
            return (null, $"it is not installed in {folder} (npm install --prefix FOLDER {Package})");
        }
        catch (Win32Exception)
        {
            return (null, "there is no node on this machine");
        }
    }

    /// <summary>Processor time of parting one mail, in microseconds: a quarter of the time to warm up, then as many as there is time
    /// for.</summary>
    internal double Microseconds(string text, TimeSpan each)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(new { text, microseconds = each.TotalMicroseconds }, Web));
        return double.Parse(
            process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The parser for Node has ended."),
            CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
