package pdf

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	pdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// memoryPages bounds what one file may take inside PDFium: 512 MB.
const memoryPages = 512 << 20 >> 16

type firstStartKey struct{}

// OnFirstStart has notice called before a reading that has to translate PDFium
// for this machine, which takes seconds. Later ones find the result on disk.
func OnFirstStart(ctx context.Context, notice func()) context.Context {
	return context.WithValue(ctx, firstStartKey{}, notice)
}

// engine is PDFium, started when the first file asks for it.
var engine struct {
	sync.Mutex
	pool pdfium.Pool
}

// start makes the pool of PDFium instances, or finds it made.
func start(ctx context.Context) (pdfium.Pool, error) {
	engine.Lock()
	defer engine.Unlock()
	if engine.pool != nil {
		return engine.pool, nil
	}
	dir := cacheDir()
	if notice, ok := ctx.Value(firstStartKey{}).(func()); ok && !translated(dir) {
		notice()
	}
	pool, err := newPool(dir)
	if err != nil && dir != "" {
		pool, err = newPool("") // what lies on disk is damaged, or cannot be written
	}
	engine.pool = pool
	return pool, err
}

func newPool(dir string) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages)
	if dir != "" {
		cache, err := wazero.NewCompilationCacheWithDir(dir)
		if err != nil {
			return nil, err
		}
		config = config.WithCompilationCache(cache)
	}
	wasm, err := module()
	if err != nil {
		return nil, err
	}
	return webassembly.InitWithWASM(webassembly.Config{
		WASM:          wasm,
		Context:       experimental.WithCompilationWorkers(context.Background(), min(runtime.GOMAXPROCS(0), 4)),
		MaxTotal:      runtime.GOMAXPROCS(0),
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig().WithFSMount(fonts(), "/"), // and no other files
	})
}

// cacheDir is where translated code is kept, "" if there is no such place.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "gangmu", "pdfium")
}

// translated reports whether a start will find translated code.
func translated(dir string) bool {
	if dir == "" {
		return false
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	return err == nil && len(files) > 0
}
