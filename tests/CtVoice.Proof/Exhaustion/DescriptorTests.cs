using System.Net.Sockets;
using CtVoice.Core.Storage;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Proof.Exhaustion;

/// <summary>Files and connections run out; the host says so for as long as it lasts, and no longer.</summary>
public sealed class DescriptorTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    private const int Descriptors = 300;
    private const int Callers = 400;

    [SkippableFact]
    public async Task A_host_of_three_hundred_descriptors_outlives_four_hundred_callers()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Limits of a process are set by a shell and read from /proc.");
        using var folder = new TempFolder();
        prepared.CopyTo(folder.Path);
        using var served = await ServeProcess.StartAsync(folder.Path, descriptors: Descriptors);
        // Connections that stay: what is asked on them needs readers of the database while there is nothing left to open.
        await ReadAtOnceAsync(served, mayFail: false);
        var crowd = new List<TcpClient>();
        for (var n = 0; n < Callers; n++)
        {
            var caller = new TcpClient();
            crowd.Add(caller);
            await caller.ConnectAsync(served.Http.BaseAddress!.Host, served.Http.BaseAddress.Port);
        }
        for (var round = 0; round < 3; round++)
            await ReadAtOnceAsync(served, mayFail: true);
        crowd.ForEach(caller => caller.Dispose());

        await ReadAtOnceAsync(served, mayFail: false);
    }

    /// <summary>A reader that cannot be opened is a fault that passes: the file is as it was.</summary>
    [Fact]
    public async Task An_opening_that_fails_passes()
    {
        using var folder = new TempFolder();
        using var database = new SqliteDatabase(folder.Path);
        var table = SqliteTables.Open(database).Records;
        _ = await table.SubmitAsync("p", [new TableOperation.Insert(new TableRow("p", "a"))]);
        File.Move(database.Path, database.Path + ".away");

        var fault = await Assert.ThrowsAsync<TableFaultException>(() => table.GetAsync("p", "a"));
        File.Move(database.Path + ".away", database.Path);

        Assert.True(fault.IsTransient, fault.Message);
        Assert.NotNull(await table.GetAsync("p", "a"));
        Assert.False(database.Faulted.IsCompleted);
    }

    [SkippableFact]
    public async Task A_crowd_of_readers_shares_a_few_connections()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Open files are read from /proc.");
        using var folder = new TempFolder();
        using var database = new SqliteDatabase(folder.Path);
        using var inside = new CountdownEvent(16);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Factory.StartNew(
            () => database.Read(connection =>
            {
                if (!inside.IsSet)
                    inside.Signal();
                inside.Wait();
                return 0;
            }), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        var open = Directory.EnumerateFiles("/proc/self/fd").Count(fd => Leads(fd, database.Path));
        Assert.InRange(open, 2, 17);
    }

    /// <summary>Whether an open file is the one at a path; one that was closed meanwhile by another test is none.</summary>
    private static bool Leads(string descriptor, string path)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, false)?.FullName == path;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static async Task ReadAtOnceAsync(ServeProcess served, bool mayFail)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                using var answer = await served.Http.GetAsync(new Uri("/api/register?year=2027", UriKind.Relative));
                return (int)answer.StatusCode;
            }
            catch (HttpRequestException) when (mayFail)
            {
                return 0;
            }
        }));
        // One that is told to come again may; none is told that something broke.
        Assert.All(answers, status => Assert.True(status is 200 || (mayFail && status is 0 or 503), $"{status}"));
    }
}
