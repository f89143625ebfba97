namespace CtVoice.Core.Projects;

/// <summary>Versioned data files of this folder, embedded in the assembly.</summary>
internal static class ShippedData
{
    internal static Stream Open(string file) =>
        typeof(ShippedData).Assembly.GetManifestResourceStream($"CtVoice.Core.Projects.Data.{file}")
        ?? throw new InvalidOperationException($"The data file '{file}' is not embedded.");
}
