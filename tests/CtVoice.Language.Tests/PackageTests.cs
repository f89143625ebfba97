using System.Diagnostics;

namespace CtVoice.Language.Tests;

/// <summary>The library as somebody else gets it: a package, and ten lines of a program that knows nothing else of ours.</summary>
public sealed class PackageTests
{
    private const string Version = "1.0.0-test";

    private const string Project = $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><PackageReference Include="CtVoice.Language" Version="{Version}" /></ItemGroup>
        </Project>
        """;

    private const string Program = """
        using CtVoice.Language.Email;
        using CtVoice.Language.Sms;

        var mail = EmailReader.Read("2, but take the names out.\n\nOn Monday, Dana wrote:\n> Is it ok?", EmailContext.Default);
        System.Console.WriteLine(mail.Reply);
        System.Console.WriteLine(mail.Choice);

        var text = SmsReader.Read("Please stop texting me, thank you", SmsContext.Default);
        System.Console.WriteLine(text.Kind);
        """;

    [SkippableFact]
    public void A_new_program_uses_the_package_in_ten_lines()
    {
        Skip.IfNot(Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1",
            "Packing and building a program takes many seconds: set CTVOICE_LONG=1.");
        var folder = Directory.CreateTempSubdirectory("package-");
        try
        {
            var library = Path.Combine(Root(), "core", "CtVoice.Language");
            Run(folder.FullName, "pack", library, "--output", folder.FullName, "--artifacts-path",
                Path.Combine(folder.FullName, "artifacts"), "-p:Version=" + Version, "-p:TreatWarningsAsErrors=false");
            var program = folder.CreateSubdirectory("program").FullName;
            File.WriteAllText(Path.Combine(program, "program.csproj"), Project);
            File.WriteAllText(Path.Combine(program, "Program.cs"), Program);

            // Its own folder of packages, so that the one of the machine gets no package of a test;
            // what is there already is not fetched again.
            var said = Run(
                program, "run", "-p:RestoreAdditionalProjectSources=" + folder.FullName,
                "-p:RestorePackagesPath=" + Path.Combine(folder.FullName, "packages"),
                "-p:RestoreFallbackFolders=" + Packages());

            Assert.Equal(["2, but take the names out.", "2", "OptOut"],
                said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(3));
            Assert.InRange(Program.Split('\n').Length, 1, 10);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A build server that outlives the test would hold the pipes open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {arguments[0]} ended with {process.ExitCode}: {output}{error.Result}");
        return output;
    }

    private static string Packages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CtVoice.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("CtVoice.sln is not above the tests.");
    }
}
