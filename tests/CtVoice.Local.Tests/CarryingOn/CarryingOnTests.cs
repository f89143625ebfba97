namespace CtVoice.Local.Tests.CarryingOn;

/// <summary>With the rows where they were recorded: in the file.</summary>
public sealed class CarryingOnTests : CarryingOnContract
{
    private protected override Task<RecordedFolder> OpenAsync(string release) => RecordedFolder.OpenAsync(release);
}
