using System.Diagnostics;
using CtVoice.Local.Demo;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Commands;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.Storage;

/// <summary>A data folder holds what residents wrote and where they live: nobody else on the machine reads it.</summary>
public sealed class OwnFilesTests(ReviewedFolder reviewed) : IClassFixture<ReviewedFolder>
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybody = OwnerAlone | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    [SkippableFact]
    public async Task A_new_folder_and_every_file_in_it_are_its_owners_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), "File modes are those of Unix.");
        using var parent = new TempFolder();
        var folder = Path.Combine(parent.Path, "data");
        await using var host = await Local.Host.LocalHost.StartAsync(
            new(folder, Port: 0) { Clock = new StandingClock(Installation.Start), TimePasses = false }, Installation.InMemoryServer);

        // The files that SQLite makes beside its own while it works are among them.
        Assert.Contains(Directory.EnumerateFiles(folder), path => path.EndsWith("-wal", StringComparison.Ordinal));
        AssertOwn(folder);
    }

    [SkippableFact]
    public async Task A_folder_that_was_readable_by_all_is_closed_when_it_is_opened()
    {
        Skip.If(OperatingSystem.IsWindows(), "File modes are those of Unix.");
        using var folder = await reviewed.TamperedAsync(null);
        Open(folder.Path);
        using (new SqliteDatabase(folder.Path))
            AssertOwn(folder.Path);
    }

    [SkippableFact]
    public void A_folder_of_many_keeps_its_mode_and_what_we_put_there_is_ours_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), "File modes are those of Unix.");
        using var folder = new TempFolder();
        var theirs = Path.Combine(folder.Path, "thesis.txt");
        File.WriteAllText(theirs, "years of work");
        Open(folder.Path);
        using var database = new SqliteDatabase(folder.Path);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(Everybody, File.GetUnixFileMode(theirs));
            Assert.Equal(UnixFileMode.OtherExecute, File.GetUnixFileMode(folder.Path) & UnixFileMode.OtherExecute);
            foreach (var ours in Directory.EnumerateFiles(folder.Path, "ctvoice*"))
                Assert.Equal(OwnerAlone, File.GetUnixFileMode(ours));
        }
    }

    [SkippableFact]
    public async Task An_export_replaces_plain_files_only()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var folder = await reviewed.TamperedAsync(null);
        using var outside = new TempFolder();
        var (pipe, directory, link) =
            (Path.Combine(outside.Path, "pipe"), Path.Combine(outside.Path, "d"), Path.Combine(outside.Path, "link"));
        // Stands for /dev/null as well, which a test that fails would cost its reader.
        using (var made = Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();
        Directory.CreateDirectory(directory);
        File.CreateSymbolicLink(link, Path.Combine(outside.Path, "target"));
        foreach (var target in new[] { pipe, directory, link })
        {
            var typed = await Typed.RunAsync("export", target, "--data", folder.Path, "--yes");
            Assert.Equal((1, $"{target} is not a plain file, so it is not replaced."), (typed.ExitCode, typed.Error.Trim()));
        }
        Assert.NotNull(File.ResolveLinkTarget(link, returnFinalTarget: false));

        // The draft beside the file is written anew, whoever laid something there.
        var file = Path.Combine(outside.Path, "state.jsonl");
        File.CreateSymbolicLink(file + ".part", Path.Combine(outside.Path, "target"));
        Assert.Equal(0, (await Typed.RunAsync("export", file, "--data", folder.Path)).ExitCode);
        Assert.False(File.Exists(Path.Combine(outside.Path, "target")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(OwnerAlone, File.GetUnixFileMode(file));
    }

    private static void AssertOwn(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var directory in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Append(folder))
            Assert.True(File.GetUnixFileMode(directory) == (OwnerAlone | UnixFileMode.UserExecute),
                $"{directory}: {File.GetUnixFileMode(directory)}");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            Assert.True(File.GetUnixFileMode(file) == OwnerAlone, $"{file}: {File.GetUnixFileMode(file)}");
    }

    private static void Open(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(folder, Everybody | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        foreach (var file in Directory.EnumerateFiles(folder))
            File.SetUnixFileMode(file, Everybody);
    }
}
