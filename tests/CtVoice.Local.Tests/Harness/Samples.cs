namespace CtVoice.Local.Tests.Harness;

/// <summary>The files of samples/.</summary>
internal static class Samples
{
    private static readonly Lazy<string> Root = new(() =>
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(at!.FullName, "CtVoice.sln")))
            at = at.Parent;
        return at.FullName;
    });

    internal static string Path(params string[] parts) => System.IO.Path.Combine([Root.Value, "samples", .. parts]);
}
